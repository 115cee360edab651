package muster.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The invented places: authorities with their districts, small areas and postcodes, and the organisations that serve them.
 * Drawn from {@code config/synthetic/geography.yaml}; numbers of areas and practices grow with the population.
 */
final class Geography {
    /** The county's district, or the authority itself where it has none. */
    record District(String gss, String registry, String name) {}

    /** An upper-tier authority; {@code served}: its child health organisation is one of those served. */
    record Authority(
            String gss,
            String registry,
            String name,
            String type,
            String typeName,
            String subIcb,
            int share,
            String area,
            String town,
            String hv,
            String hvName,
            String chis,
            boolean served,
            List<District> districts) {
        Authority {
            districts = districts == null ? List.of(new District(gss, registry, name)) : districts;
        }

        boolean county() {
            return districts.size() > 1;
        }
    }

    /** A postcode: where a home or a practice lies. */
    record Place(String postcode, String lsoa, int decile, District district, Authority authority) {}

    record Practice(String code, String name, String pcn, Place place, boolean open) {
        Authority authority() {
            return place.authority();
        }
    }

    record Footprint(String type, String code) {}

    record Chis(String code, String name, String system, boolean served, List<Footprint> footprint) {}

    /** An organisation; {@code gss} and {@code parent} null where it has none. */
    record Body(String code, String gss, String name, String parent) {}

    /** {@code config/synthetic/geography.yaml} as it stands. */
    private record Plan(
            Body region,
            List<Body> icbs,
            List<Body> subIcbs,
            List<Authority> authorities,
            List<Chis> chis,
            Body schoolImmunisation,
            Body laboratory,
            Body maternity,
            int childrenPerPractice,
            int childrenPerArea,
            int postcodesPerArea,
            List<String> streets,
            List<String> practiceNames) {}

    /** As many areas as have every decile among them. */
    private static final int FEWEST_AREAS = 60;

    private static final int FEWEST_AREAS_OF_AUTHORITY = 10;
    private static final int FEWEST_PRACTICES = 12;
    private static final int MOST_PRACTICES = 900;
    private static final int FEWEST_PRACTICES_OF_AUTHORITY = 3;
    private static final int PRACTICES_IN_NETWORK = 5;

    final Body region;
    final List<Body> icbs;
    final List<Body> subIcbs;
    final List<Authority> authorities;
    final Map<String, Chis> chis = new LinkedHashMap<>();
    final Body schoolImmunisation;
    final Body laboratory;
    final Body maternity;
    final List<Place> places = new ArrayList<>();
    final List<Practice> practices = new ArrayList<>();
    final List<String> streets;
    private final Map<String, List<Place>> placesOf = new LinkedHashMap<>();
    private final Set<String> listSenders = new HashSet<>();
    private final Map<String, List<Practice>> practicesOf = new LinkedHashMap<>();

    private Geography(Plan plan) {
        region = plan.region();
        icbs = plan.icbs();
        subIcbs = plan.subIcbs();
        authorities = plan.authorities();
        plan.chis().forEach(organisation -> chis.put(organisation.code(), organisation));
        schoolImmunisation = plan.schoolImmunisation();
        laboratory = plan.laboratory();
        maternity = plan.maternity();
        streets = plan.streets();
    }

    /** @param listSenders how many practices, each of another authority served, send the national list format */
    static Geography build(ConfigFiles config, int children, long seed, int listSenders) throws IOException {
        Plan plan = config.read("geography.yaml", "synthetic_geography.schema.json", Plan.class);
        Geography geography = new Geography(plan);
        geography.buildPlaces(children, plan, seed);
        geography.buildPractices(children, plan, seed);
        geography.authorities.stream()
                .filter(Authority::served)
                .limit(listSenders)
                .map(authority ->
                        geography.practicesOf.get(authority.gss()).get(0).code())
                .forEach(geography.listSenders::add);
        return geography;
    }

    /** Whether the practice sends the national list format, and so stands in no registration list. */
    boolean sendsList(Practice practice) {
        return listSenders.contains(practice.code());
    }

    /** The one practice that is closed; nobody is registered with it, though old records may say so. */
    Practice closedPractice() {
        return practices.get(practices.size() - 1);
    }

    Body subIcb(String code) {
        return subIcbs.stream()
                .filter(sub -> sub.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Body icbOf(Authority authority) {
        String code = subIcb(authority.subIcb()).parent();
        return icbs.stream().filter(icb -> icb.code().equals(code)).findFirst().orElseThrow();
    }

    Authority served(Dice dice) {
        int left =
                dice.between(0, authorities.stream().mapToInt(Authority::share).sum() - 1);
        for (Authority authority : authorities) {
            left -= authority.share();
            if (left < 0) {
                return authority;
            }
        }
        throw new IllegalStateException("shares do not add up");
    }

    Authority outside() {
        return authorities.stream()
                .filter(authority -> !authority.served())
                .findFirst()
                .orElseThrow();
    }

    /** A served authority other than this one; of the same child health organisation or of another. */
    Authority neighbour(Authority authority, boolean sameChis) {
        return authorities.stream()
                .filter(other ->
                        other.served() && other != authority && other.chis().equals(authority.chis()) == sameChis)
                .findFirst()
                .orElseThrow();
    }

    Place place(Authority authority, Dice dice) {
        return dice.one(placesOf.get(authority.gss()));
    }

    Practice practice(Authority authority, Dice dice) {
        return dice.one(practicesOf.get(authority.gss()));
    }

    Practice otherPractice(Practice practice, Dice dice) {
        List<Practice> near = practicesOf.get(practice.authority().gss());
        return near.get((near.indexOf(practice) + dice.between(1, near.size() - 1)) % near.size());
    }

    private void buildPlaces(int children, Plan plan, long seed) {
        int areas = Math.max(FEWEST_AREAS, children / plan.childrenPerArea());
        int postcodes = plan.postcodesPerArea();
        int totalShare = authorities.stream().mapToInt(Authority::share).sum();
        int areaNumber = 0;
        for (Authority authority : authorities) {
            int own = Math.max(FEWEST_AREAS_OF_AUTHORITY, areas * authority.share() / totalShare);
            List<Place> ownPlaces = new ArrayList<>();
            for (int i = 0; i < own; i++) {
                String lsoa = "E0198%04d".formatted(areaNumber++);
                int decile = Dice.of(seed, areaNumber, "decile").between(1, 10);
                List<District> districts = authority.districts();
                District district = districts.get(i % districts.size());
                for (int j = 0; j < postcodes; j++) {
                    ownPlaces.add(new Place(
                            postcode(authority.area(), i * postcodes + j), lsoa, decile, district, authority));
                }
            }
            placesOf.put(authority.gss(), ownPlaces);
            places.addAll(ownPlaces);
        }
    }

    /** The n-th postcode of an area: inward letters leave out C I K M O V, as real ones do. */
    private static String postcode(String area, int ordinal) {
        String letters = "ABDEFGHJLNPQRSTUWXYZ";
        int size = letters.length();
        char last = letters.charAt(ordinal % size);
        char first = letters.charAt(ordinal / size % size);
        int rest = ordinal / (size * size);
        return area + (1 + rest / 10) + " " + (rest % 10) + first + last;
    }

    private void buildPractices(int children, Plan plan, long seed) {
        int wanted = Math.min(MOST_PRACTICES, Math.max(FEWEST_PRACTICES, children / plan.childrenPerPractice()));
        int totalShare = authorities.stream().mapToInt(Authority::share).sum();
        List<String> names = plan.practiceNames();
        int ordinal = 0;
        for (Authority authority : authorities) {
            int own = Math.max(FEWEST_PRACTICES_OF_AUTHORITY, wanted * authority.share() / totalShare);
            List<Practice> ownPractices = new ArrayList<>();
            for (int i = 0; i < own; i++) {
                ordinal++;
                Place place = place(authority, Dice.of(seed, ordinal, "practice"));
                String name = names.get(i % names.size()) + (i < names.size() ? "" : " " + (i / names.size() + 1));
                String pcn = "U99%d%02d".formatted(authorities.indexOf(authority), i / PRACTICES_IN_NETWORK);
                ownPractices.add(new Practice("P99%03d".formatted(ordinal), name, pcn, place, true));
            }
            practicesOf.put(authority.gss(), ownPractices);
            practices.addAll(ownPractices);
        }
        Place first = places.get(0);
        practices.add(new Practice("P99999", "The Old Dispensary", "", first, false));
    }
}
