package muster.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The invented places: authorities with their districts, small areas and postcodes, and the organisations that serve them.
 * Drawn from {@code config/synthetic/geography.yaml}; numbers of areas and practices grow with the population.
 */
final class Geography {
    /** The county's district, or the authority itself where it has none. */
    record District(String gss, String registry, String name) {}

    /** An upper-tier authority; {@code served}: its child health organisation is one of those served. */
    record Authority(
            String gss, String registry, String name, String type, String typeName, String subIcb, int share, String area,
            String town, String hv, String hvName, String chis, boolean served, List<District> districts) {}

    /** A postcode: where a home or a practice lies. */
    record Place(String postcode, String lsoa, int decile, District district, Authority authority) {}

    record Practice(String code, String name, String pcn, Place place, boolean open) {
        Authority authority() {
            return place.authority();
        }
    }

    record Footprint(String type, String code) {}

    record Chis(String code, String name, String system, boolean served, List<Footprint> footprint) {}

    record Body(String code, String gss, String name, String parent) {}

    final Body region;
    final List<Body> icbs = new ArrayList<>();
    final List<Body> subIcbs = new ArrayList<>();
    final List<Authority> authorities = new ArrayList<>();
    final Map<String, Chis> chis = new LinkedHashMap<>();
    final Body schoolImmunisation;
    final List<Place> places = new ArrayList<>();
    final List<Practice> practices = new ArrayList<>();
    final List<String> streets;
    private final Map<String, List<Place>> placesOf = new LinkedHashMap<>();
    private final Map<String, List<Practice>> practicesOf = new LinkedHashMap<>();

    private Geography(Map<String, Object> yaml) {
        Map<String, Object> regionYaml = map(yaml.get("region"));
        region = new Body(text(regionYaml, "code"), text(regionYaml, "gss"), text(regionYaml, "name"), "");
        for (Map<String, Object> icb : maps(yaml.get("icbs"))) {
            icbs.add(new Body(text(icb, "code"), text(icb, "gss"), text(icb, "name"), region.code()));
        }
        for (Map<String, Object> sub : maps(yaml.get("sub_icbs"))) {
            subIcbs.add(new Body(text(sub, "code"), text(sub, "gss"), text(sub, "name"), text(sub, "icb")));
        }
        for (Map<String, Object> authority : maps(yaml.get("authorities"))) {
            authorities.add(authority(authority));
        }
        for (Map<String, Object> organisation : maps(yaml.get("chis"))) {
            List<Footprint> footprint = new ArrayList<>();
            maps(organisation.get("footprint")).forEach(f -> footprint.add(new Footprint(text(f, "type"), text(f, "code"))));
            chis.put(text(organisation, "code"), new Chis(
                    text(organisation, "code"), text(organisation, "name"), text(organisation, "system"),
                    (Boolean) organisation.get("served"), footprint));
        }
        Map<String, Object> school = map(yaml.get("school_immunisation"));
        schoolImmunisation = new Body(text(school, "code"), "", text(school, "name"), "");
        streets = strings(yaml.get("streets"));
    }

    static Geography build(ConfigFiles config, int children, long seed) throws IOException {
        Map<String, Object> yaml = config.yaml("geography.yaml");
        Geography geography = new Geography(yaml);
        geography.buildPlaces(children, yaml, seed);
        geography.buildPractices(children, yaml, seed);
        return geography;
    }

    Body subIcb(String code) {
        return subIcbs.stream().filter(sub -> sub.code().equals(code)).findFirst().orElseThrow();
    }

    Body icbOf(Authority authority) {
        String code = subIcb(authority.subIcb()).parent();
        return icbs.stream().filter(icb -> icb.code().equals(code)).findFirst().orElseThrow();
    }

    Authority served(Dice dice) {
        int left = dice.between(0, authorities.stream().mapToInt(Authority::share).sum() - 1);
        for (Authority authority : authorities) {
            left -= authority.share();
            if (left < 0) {
                return authority;
            }
        }
        throw new IllegalStateException("shares do not add up");
    }

    Authority outside() {
        return authorities.stream().filter(authority -> !authority.served()).findFirst().orElseThrow();
    }

    /** A served authority other than this one; of the same child health organisation or of another. */
    Authority neighbour(Authority authority, boolean sameChis) {
        return authorities.stream()
                .filter(other -> other.served() && other != authority && other.chis().equals(authority.chis()) == sameChis)
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

    private void buildPlaces(int children, Map<String, Object> yaml, long seed) {
        int areas = Math.max(60, children / number(yaml, "children_per_area"));
        int postcodes = number(yaml, "postcodes_per_area");
        int totalShare = authorities.stream().mapToInt(Authority::share).sum();
        int areaNumber = 0;
        for (Authority authority : authorities) {
            int own = Math.max(10, areas * authority.share() / totalShare);
            List<Place> ownPlaces = new ArrayList<>();
            for (int i = 0; i < own; i++) {
                String lsoa = "E0198%04d".formatted(areaNumber++);
                int decile = Dice.of(seed, areaNumber, "decile").between(1, 10);
                List<District> districts = authority.districts();
                District district = districts.get(i % districts.size());
                for (int j = 0; j < postcodes; j++) {
                    ownPlaces.add(new Place(postcode(authority.area(), i * postcodes + j), lsoa, decile, district, authority));
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

    private void buildPractices(int children, Map<String, Object> yaml, long seed) {
        int wanted = Math.min(900, Math.max(12, children / number(yaml, "children_per_practice")));
        int totalShare = authorities.stream().mapToInt(Authority::share).sum();
        List<String> names = strings(yaml.get("practice_names"));
        int ordinal = 0;
        for (Authority authority : authorities) {
            int own = Math.max(3, wanted * authority.share() / totalShare);
            List<Practice> ownPractices = new ArrayList<>();
            for (int i = 0; i < own; i++) {
                ordinal++;
                Place place = place(authority, Dice.of(seed, ordinal, "practice"));
                String name = names.get(i % names.size()) + (i < names.size() ? "" : " " + (i / names.size() + 1));
                String pcn = "U99%d%02d".formatted(authorities.indexOf(authority), i / 5);
                ownPractices.add(new Practice("P99%03d".formatted(ordinal), name, pcn, place, true));
            }
            practicesOf.put(authority.gss(), ownPractices);
            practices.addAll(ownPractices);
        }
        Place first = places.get(0);
        practices.add(new Practice("P99999", "The Old Dispensary", "", first, false));
    }

    private static Authority authority(Map<String, Object> yaml) {
        List<District> districts = new ArrayList<>();
        if (yaml.containsKey("districts")) {
            maps(yaml.get("districts")).forEach(d -> districts.add(new District(text(d, "gss"), text(d, "registry"), text(d, "name"))));
        } else {
            districts.add(new District(text(yaml, "gss"), text(yaml, "registry"), text(yaml, "name")));
        }
        return new Authority(
                text(yaml, "gss"), text(yaml, "registry"), text(yaml, "name"), text(yaml, "type"), text(yaml, "type_name"),
                text(yaml, "sub_icb"), number(yaml, "share"), text(yaml, "area"), text(yaml, "town"), text(yaml, "hv"),
                text(yaml, "hv_name"), text(yaml, "chis"), (Boolean) yaml.get("served"), List.copyOf(districts));
    }

    private static String text(Map<String, Object> yaml, String key) {
        if (yaml.get(key) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("config/synthetic/geography.yaml: " + key + " must be text");
    }

    private static int number(Map<String, Object> yaml, String key) {
        return ((Number) yaml.get(key)).intValue();
    }

    private static List<String> strings(Object value) {
        List<String> strings = new ArrayList<>();
        ((List<?>) value).forEach(item -> strings.add((String) item));
        return strings;
    }

    @SuppressWarnings("unchecked") // YAML gives string keys
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // YAML gives string keys
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
