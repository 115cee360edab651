package muster.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import muster.synthetic.Geography.Authority;
import muster.synthetic.Geography.Practice;

/** Makes the child of an index, always the same for the same seed. Nothing made is kept. */
final class People {
    /** Stories that need a child who has a health visitor and is past the newborn days, in an authority whose list does not shrink. */
    private static final Set<StoryKind> WITH_HEALTH_VISITOR = EnumSet.of(
            StoryKind.NO_HV,
            StoryKind.WRONG_HV,
            StoryKind.TWO_HV,
            StoryKind.DEAD_ON_CASELOAD,
            StoryKind.BORROWED_NUMBER,
            StoryKind.NO_NEW_BIRTH_VISIT,
            StoryKind.NO_REVIEW,
            StoryKind.REVIEW_NOT_OFFERED,
            StoryKind.NO_RESPONSE,
            StoryKind.NOT_BROUGHT_TWICE);

    /** Known on day 27 at the latest; on day 28 a child without a practice is an exception. */
    private static final int REGISTERED_BY_DAYS = 26;

    private static final int MOVED_DAYS_AGO = 30;
    private static final int YEAR = 365;
    private static final int OLDEST = 20 * YEAR - 60;
    private static final List<String> ETHNIC =
            List.of("A", "A", "A", "A", "A", "A", "B", "C", "D", "F", "H", "J", "K", "M", "N", "R", "S", "Z");

    /** {@code config/synthetic/names.yaml}. */
    private record Names(List<String> family, List<String> female, List<String> male, List<String> newborn) {}

    private final SynthesisRequest request;
    private final Profile profile;
    private final Geography geography;
    private final Cast cast;
    private final List<String> families;
    private final List<String> girls;
    private final List<String> boys;
    private final List<String> newborns;
    private final Canaries canaries;
    private final PathwayFaults pathway;

    People(
            SynthesisRequest request,
            Profile profile,
            Geography geography,
            Cast cast,
            PathwayFaults pathway,
            ConfigFiles config)
            throws IOException {
        this.request = request;
        this.profile = profile;
        this.geography = geography;
        this.cast = cast;
        this.pathway = pathway;
        Names names = config.read("names.yaml", "synthetic_names.schema.json", Names.class);
        this.families = names.family();
        this.girls = names.female();
        this.boys = names.male();
        this.newborns = names.newborn();
        this.canaries = Canaries.of(profile.canaries(), request.children(), cast, this);
    }

    Child child(int index) {
        Part part = cast.of(index);
        if (part.kind() == StoryKind.IDENTITY_NEW) {
            int closed = cast.indexOf(StoryKind.IDENTITY_CLOSED, part.ordinal());
            return single(closed, index, 0);
        }
        return isSecondTwin(index)
                ? single(index - 1, index, 2)
                : single(index, index, isSecondTwin(index + 1) ? 1 : 0);
    }

    /** Twins are two usual children with neighbouring indexes, the second odd. */
    boolean isSecondTwin(int index) {
        return index % 2 == 1
                && index < request.children()
                && !cast.plays(index)
                && !cast.plays(index - 1)
                && Dice.of(request.seed(), index, "twin").percent(profile.twinPairsPermille() / 10.0);
    }

    /** The child of {@code index}, with the household of {@code household}; twin 0 is an only child. */
    private Child single(int household, int index, int twin) {
        Part part = cast.of(index);
        boolean anew = part.kind() == StoryKind.IDENTITY_NEW;
        // Who comes anew has the home, birth and practice of the one who went.
        Part past = anew ? cast.of(household) : part;
        StoryKind kind = past.kind();
        Dice shared = Dice.of(request.seed(), household, "household");
        Dice own = Dice.of(request.seed(), index, "child");
        Authority homeAuthority = homeAuthority(kind, shared);
        Address usualHome = address(homeAuthority, shared);
        Address home = new Address(usualHome.number(), canaries.street(index, usualHome.street()), usualHome.place());
        LocalDate birth = birth(past, shared);
        String usualFamily = shared.one(families);
        String family = anew ? Dice.of(request.seed(), index, "family").one(families) : usualFamily;
        LocalDate namedOn = birth.plusDays(shared.between(7, 20));
        Practice practice = geography.practice(practiceAuthority(kind, homeAuthority, shared), shared);
        while (part.kind() != StoryKind.USUAL && geography.sendsList(practice)) {
            practice = geography.otherPractice(practice, shared); // no story hangs on a list without dates
        }
        LocalDate registered = birth.plusDays(shared.between(8, REGISTERED_BY_DAYS));
        LocalDate settled = settled(past, birth, shared);
        if (settled.isAfter(registered)) {
            registered = settled.plusDays(1);
        }
        int gender = own.percent(51.2) ? 1 : 2;
        String name = own.one(gender == 1 ? boys : girls);
        if (twin == 2) {
            name = unlikeTwin(name, household, gender);
        }
        LocalTime time =
                LocalTime.of(shared.between(0, 22), shared.between(0, 29)).plusMinutes(twin == 2 ? 20 : 0);
        int weight = Math.max(1200, 3400 - (twin > 0 ? 700 : 0) + own.between(-700, 700));
        return new Child(
                index,
                part,
                NhsNumbers.ofPerson(index),
                birth,
                time,
                canaries.family(index, family),
                canaries.given(index, name),
                twin == 0 ? newborns.get(index % newborns.size()) : "Twin " + (twin == 1 ? "One" : "Two"),
                namedOn,
                gender,
                home,
                otherHome(kind, homeAuthority, shared),
                practice,
                otherPractice(kind, practice, shared),
                registered,
                settled,
                twin == 2 ? 2 : 1,
                twin == 0 ? 1 : 2,
                twin == 0 ? shared.between(36, 41) : shared.between(34, 37),
                weight,
                shared.one(ETHNIC),
                canaries.kind(index),
                anew ? household : index);
    }

    private String unlikeTwin(String name, int household, int gender) {
        Dice first = Dice.of(request.seed(), household, "child");
        int firstGender = first.percent(51.2) ? 1 : 2;
        String firstName = first.one(firstGender == 1 ? boys : girls);
        List<String> choices = gender == 1 ? boys : girls;
        int at = choices.indexOf(name);
        while (choices.get(at).regionMatches(true, 0, firstName, 0, 3)) {
            at = (at + 1) % choices.size();
        }
        return choices.get(at);
    }

    private Authority homeAuthority(StoryKind kind, Dice dice) {
        if (kind == StoryKind.RESIDENT_OUTSIDE || kind == StoryKind.OUT_OF_AREA) {
            return geography.outside();
        }
        Authority authority = geography.served(dice);
        while (kind == StoryKind.LEAVES_CASELOAD_LATE && !shrinks(authority)) {
            authority = geography.served(dice);
        }
        while (WITH_HEALTH_VISITOR.contains(kind)
                && (shrinks(authority) || shrinks(geography.neighbour(authority, true)))) {
            authority = geography.served(dice);
        }
        return authority;
    }

    /** Whether this authority's caseload list is the one that shrinks: its exceptions are held that night, so no fault stands there. */
    boolean shrinks(Authority authority) {
        return profile.shrinkingRegister() != null
                && profile.shrinkingRegister().sender().equals(authority.hv());
    }

    private Authority practiceAuthority(StoryKind kind, Authority home, Dice dice) {
        return switch (kind) {
            case REGISTERED_OUTSIDE, OUT_OF_AREA -> geography.outside();
            case RESIDENT_OUTSIDE -> geography.served(dice);
            case CROSS_BORDER -> geography.neighbour(home, false);
            default -> home;
        };
    }

    private Address otherHome(StoryKind kind, Authority home, Dice dice) {
        return switch (kind) {
            case MOVES_WITHIN_AUTHORITY, BORROWED_NUMBER -> address(home, dice);
            case MOVES_BETWEEN_AUTHORITIES, WRONG_HV, TWO_HV -> address(geography.neighbour(home, true), dice);
            case TWO_CHIS -> address(geography.neighbour(home, false), dice);
            case MOVES_OUT, MOVER_WITHIN_ENGLAND -> address(geography.outside(), dice);
            default -> null;
        };
    }

    private Practice otherPractice(StoryKind kind, Practice practice, Dice dice) {
        return switch (kind) {
            case CHANGES_PRACTICE, CHANGED_PRACTICE_RECENTLY, TWO_PRACTICES -> {
                Practice other = geography.otherPractice(practice, dice);
                while (geography.sendsList(other)) {
                    other = geography.otherPractice(practice, dice);
                }
                yield other;
            }
            case MOVES_OUT, MOVER_WITHIN_ENGLAND -> geography.practice(geography.outside(), dice);
            default -> null;
        };
    }

    private Address address(Authority authority, Dice dice) {
        return new Address(dice.between(1, 140), dice.one(geography.streets), geography.place(authority, dice));
    }

    private LocalDate birth(Part part, Dice dice) {
        if (part.kind().arrives() && part.kind() != StoryKind.MOVES_IN) {
            return leapless(request.date(part.from()).minusDays(1));
        }
        if (part.kind().pathway()) {
            return leapless(pathway.birth(part, dice));
        }
        LocalDate first = request.from();
        return switch (part.kind()) {
            case USUAL -> leapless(first.minusDays(usualAge(dice)));
            case NO_HV, WRONG_HV, TWO_HV, DEAD_ON_CASELOAD -> leapless(first.minusDays(dice.between(200, 1700)));
            case MOVES_BETWEEN_AUTHORITIES -> leapless(first.minusDays(dice.between(100, 1600)));
            case LEAVES_CASELOAD_LATE -> leapless(first.minusYears(5).minusDays(dice.between(40, 320)));
            default -> leapless(first.minusDays(dice.between(150, OLDEST - 400)));
        };
    }

    /** Days of age: about as many at each age, fewer among the youngest years and the oldest, some born in the last days. */
    private static int usualAge(Dice dice) {
        while (true) {
            int age = dice.between(2, OLDEST);
            double years = age / (double) YEAR;
            if (dice.fraction() < 0.86 + 0.14 * (1 - Math.abs(years - 12) / 12)) {
                return age;
            }
        }
    }

    /** Nobody is born on 29 February here: anniversaries of that day are another test's matter. */
    private static LocalDate leapless(LocalDate date) {
        return date.getMonthValue() == 2 && date.getDayOfMonth() == 29 ? date.minusDays(1) : date;
    }

    /** Since when at this address: birth, or for a third of the older children a later move. */
    private LocalDate settled(Part part, LocalDate birth, Dice dice) {
        if (part.kind() == StoryKind.MOVES_IN) {
            return request.date(part.from()).minusDays(3);
        }
        if (part.kind().movedIn()) {
            return request.from().minusDays(MOVED_DAYS_AGO);
        }
        int age = (int) (request.from().toEpochDay() - birth.toEpochDay());
        boolean moved = dice.percent(33);
        int daysAgo = dice.between(60, Math.max(61, age - 30));
        return moved && age > 400 ? request.from().minusDays(daysAgo) : birth;
    }
}
