package dev.sluice.store.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineTest {
    private record Queued(String trigger, Instant place) {}

    private final Line line = new Line();
    private final List<Queued> queued = new ArrayList<>();

    private void add(String trigger, int tasks) {
        for (int i = 0; i < tasks; i++) {
            queued.add(new Queued(trigger, line.place(trigger)));
        }
    }

    private String next() {
        Queued next = queued.stream().min(Comparator.comparing(Queued::place)).orElseThrow();
        queued.remove(next);
        line.reached(next.place());
        return next.trigger();
    }

    @Test
    void tasks_of_one_trigger_come_in_their_order() {
        add("a", 3);

        assertThat(queued).extracting(Queued::place).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_single_task_of_another_trigger_comes_next_but_one_at_most() {
        add("noisy", 10_000);
        for (int i = 0; i < 50; i++) {
            next();
        }
        add("quiet", 1);

        assertThat(List.of(next(), next())).contains("quiet");
    }

    @Test
    void triggers_that_are_all_busy_take_turns() {
        add("a", 1_000);
        add("b", 1_000);
        add("c", 1_000);

        List<String> first = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            first.add(next());
        }
        assertThat(first).filteredOn("a"::equals).hasSize(100);
        assertThat(first).filteredOn("b"::equals).hasSize(100);
    }

    @Test
    void who_was_idle_for_long_has_saved_up_nothing() {
        add("busy", 1_000);
        for (int i = 0; i < 500; i++) {
            next();
        }
        add("late", 500);

        List<String> then = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            then.add(next());
        }
        assertThat(then).filteredOn("busy"::equals).hasSizeBetween(49, 51);
    }

    @Test
    void places_are_long_past_so_that_all_are_due() {
        add("a", 1);

        assertThat(queued.get(0).place()).isBetween(Line.BEGIN, Line.END);
    }
}
