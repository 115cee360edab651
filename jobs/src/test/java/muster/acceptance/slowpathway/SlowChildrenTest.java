package muster.acceptance.slowpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The random children reach every item and every state: a comparison over them leaves nothing out. */
class SlowChildrenTest {

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 22));
    private static final Set<String> ALWAYS = Set.of("COMPLETED", "CLOSED", "DUE");

    @Test
    void theSameSeedGivesTheSameChildren() {
        assertThat(SlowChildren.random(7, 50, DAYS)).isEqualTo(SlowChildren.random(7, 50, DAYS));
        assertThat(SlowChildren.random(7, 50, DAYS)).isNotEqualTo(SlowChildren.random(8, 50, DAYS));
    }

    @Test
    void everyItemIsMetInEveryStateThatItCanHave() {
        Map<String, Set<String>> met = new TreeMap<>();
        for (SlowChild child : SlowChildren.random(5, 5000, DAYS)) {
            for (LocalDate day : DAYS) {
                if (!child.birth().isAfter(day)) {
                    SlowPathway.evaluate(child, day)
                            .forEach(state -> met.computeIfAbsent(state.item(), item -> new TreeSet<>())
                                    .add(state.state()));
                }
            }
        }
        Map<String, Set<String>> expected = new TreeMap<>();
        for (SlowRule rule : SlowPathway.rules()) {
            expected.put(rule.item(), expected(rule));
        }
        SlowSchedule.notHeldBefore().keySet().forEach(item -> expected.get(item).add("SCHEDULE_NOT_HELD"));
        expected.forEach((item, states) -> assertThat(met.get(item)).as(item).containsAll(states));
    }

    private static Set<String> expected(SlowRule rule) {
        Set<String> states = new TreeSet<>(ALWAYS);
        if (rule.red() != null) {
            states.add("OVERDUE_AMBER");
            if (redCanBeSeen(rule)) {
                states.add("OVERDUE_RED");
            }
        }
        if (rule.course() != null) {
            states.addAll(Set.of("DECLINED", "DEFERRED"));
        } else if (!rule.item().startsWith("SCH-")) {
            states.add("DECLINED");
        }
        if (rule.dose() > 1) {
            states.add("BLOCKED");
        }
        return states;
    }

    /** Rotavirus ends before its doses can become long overdue. */
    private static boolean redCanBeSeen(SlowRule rule) {
        SlowChild probe = SlowChild.born(0, LocalDate.of(2025, 8, 1)).movedIn(LocalDate.of(2025, 9, 1));
        return rule.latest() == null
                || !rule.red().of(probe).isAfter(rule.latest().of(probe));
    }
}
