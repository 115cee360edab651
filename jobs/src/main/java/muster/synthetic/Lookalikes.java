package muster.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Records of which a number does not say whose they are, and records that look like a child's and are another's: what linkage
 * must join, leave to a person or leave alone ({@code failsafe.md} 3.8). Which child has which is the seed's, at the profile's
 * rate; a child has one at most.
 */
final class Lookalikes {
    private static final List<RecordKind> ONLY_RECORD =
            List.of(RecordKind.NUMBER_MISSING, RecordKind.NUMBER_WRONG_DIGIT, RecordKind.NUMBER_UNVERIFIED);
    private static final List<RecordKind> OF_SINGLE_CHILDREN = List.of(
            RecordKind.NUMBER_MISSING,
            RecordKind.NUMBER_WRONG_DIGIT,
            RecordKind.NUMBER_UNVERIFIED,
            RecordKind.SECOND_KEY,
            RecordKind.SWAPPED_BIRTH_DATE,
            RecordKind.NUMBER_OF_ANOTHER,
            RecordKind.COUSIN,
            RecordKind.SAME_NAME_AND_STREET);
    private static final List<RecordKind> OF_NEWBORNS = List.of(RecordKind.NEWBORN_NAME);
    private static final List<RecordKind> OF_TWINS =
            List.of(RecordKind.TWIN, RecordKind.TWIN_STAND_IN, RecordKind.TWIN_NUMBER);

    private static final String NOT_TRACED = "02";
    private static final String TRACE_REQUIRED = "03";
    private static final String DUPLICATE = "05";
    private static final double PER_UNIT = 1_000_000;
    private static final int NEWBORN_DAYS = 42;
    private static final int OLD_ENOUGH_DAYS = 365;
    private static final int EPISODE_DAYS = 200;
    private static final int OTHER_NUMBER_AFTER = 137;

    private final SynthesisRequest request;
    private final Map<String, Integer> rates;
    private final Geography geography;
    private final Dirt dirt;
    private final String shrinking;

    Lookalikes(SynthesisRequest request, Profile profile, Geography geography, Dirt dirt) {
        this.request = request;
        this.rates = profile.lookalikes();
        this.geography = geography;
        this.dirt = dirt;
        this.shrinking = profile.shrinkingRegister() == null
                ? ""
                : profile.shrinkingRegister().sender();
    }

    /** Changes or adds records of the child; what PDS says stays. */
    void play(Child child, World world) {
        if (rates.isEmpty() || child.kind() != StoryKind.USUAL) {
            return;
        }
        RecordKind kind = kind(child);
        if (ONLY_RECORD.contains(kind)) {
            spoilNumber(kind, child, world);
        } else if (kind != RecordKind.PLAIN) {
            further(kind, child, world);
        }
    }

    private RecordKind kind(Child child) {
        int age = child.ageInDays(request.from());
        if (child.births() > 1) {
            return drawn(child, OF_TWINS);
        }
        if (age < NEWBORN_DAYS) {
            return drawn(child, OF_NEWBORNS);
        }
        return age < OLD_ENOUGH_DAYS || dirt.hasAny(child) ? RecordKind.PLAIN : drawn(child, OF_SINGLE_CHILDREN);
    }

    private RecordKind drawn(Child child, List<RecordKind> kinds) {
        double chance = Dice.of(request.seed(), child.index(), "lookalike").fraction() * PER_UNIT;
        for (RecordKind kind : kinds) {
            chance -= rates.getOrDefault(kind.key(), 0);
            if (chance < 0) {
                return kind;
            }
        }
        return RecordKind.PLAIN;
    }

    /** By turns in one of the three registers, so that the other two still tell. */
    private void spoilNumber(RecordKind kind, Child child, World world) {
        switch (child.index() % 3) {
            case 0 -> world.chis.replaceAll(row -> row.as(spoilt(kind, row.who())));
            case 1 -> world.hv.replaceAll(row -> row.as(spoilt(kind, row.who())).of(kind));
            default ->
                world.gp.replaceAll(row -> geography.sendsList(row.practice()) ? row : row.as(spoilt(kind, row.who())));
        }
    }

    private static Who spoilt(RecordKind kind, Who who) {
        return switch (kind) {
            case NUMBER_MISSING -> unnumbered(who);
            case NUMBER_WRONG_DIGIT -> who.withNumber(NhsNumbers.spoiled(who.nhs()), NOT_TRACED);
            default -> who.withNumber(who.nhs(), NOT_TRACED);
        };
    }

    /** An episode that is over, at the child's own provider. */
    private void further(RecordKind kind, Child child, World world) {
        String provider = child.home().place().authority().hv();
        Who who = described(kind, child, world.who);
        boolean elsewhere = kind == RecordKind.COUSIN || kind == RecordKind.SAME_NAME_AND_STREET;
        if (!child.home().place().authority().served() || provider.equals(shrinking) || who == null) {
            return;
        }
        Address home = child.home();
        LocalDate birth = Stage.later(child.birth(), who.birth());
        LocalDate end = birth.plusDays(EPISODE_DAYS);
        LocalDate latest = request.from().minusDays(1);
        world.hv.add(new HvRow(
                provider + "-L" + Stage.sevenDigits(child.index()),
                provider + "-M" + Stage.sevenDigits(child.index()),
                who,
                elsewhere ? new Address(home.number() + 2, home.street(), home.place()) : home,
                provider,
                "F",
                birth,
                end.isAfter(latest) ? latest : end,
                DUPLICATE,
                "",
                kind));
    }

    /** Whom the further record names; null where this child cannot have one of the kind. */
    private Who described(RecordKind kind, Child child, Who who) {
        return switch (kind) {
            case SWAPPED_BIRTH_DATE -> {
                LocalDate swapped = Dirt.swapped(who.birth(), request.from());
                yield swapped == null ? null : unnumbered(who).born(swapped);
            }
            case NUMBER_OF_ANOTHER ->
                who.withNumber(NhsNumbers.ofPerson((child.index() + OTHER_NUMBER_AFTER) % request.children()));
            case NEWBORN_NAME -> unnumbered(who).named(who.family(), "Baby");
            case TWIN_STAND_IN ->
                unnumbered(who).named(who.family(), child.index() % 4 < 2 ? "Baby" : "Twin " + child.birthOrder());
            case TWIN_NUMBER -> who.withNumber(NhsNumbers.ofPerson(child.index() + (child.birthOrder() == 1 ? 1 : -1)));
            case COUSIN -> unnumbered(who).named(who.family(), otherName(who)).born(aboutAYearBefore(who.birth()));
            case SAME_NAME_AND_STREET -> unnumbered(who).born(aboutAYearBefore(who.birth()));
            default -> unnumbered(who);
        };
    }

    private static LocalDate aboutAYearBefore(LocalDate birth) {
        return birth.minusDays(401);
    }

    private static String otherName(Who who) {
        String name = who.gender() == 1 ? "Barnaby" : "Beatrice";
        return who.given().startsWith("B") ? "Quentin" : name;
    }

    private static Who unnumbered(Who who) {
        return who.withNumber("", TRACE_REQUIRED);
    }
}
