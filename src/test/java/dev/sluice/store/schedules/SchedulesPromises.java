package dev.sluice.store.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.payload.Fields;
import dev.sluice.store.InvalidException;
import dev.sluice.store.NotFoundException;
import dev.sluice.store.Paging;
import dev.sluice.store.Together;
import dev.sluice.store.db.ScheduleEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** All in a time far ahead of that of the program, which has schedules looked after as well. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class SchedulesPromises {
    private static final Duration LATE = Duration.ofMinutes(10);

    private final SetClock clock = new SetClock(Instant.parse("2076-11-25T09:00:30Z"));
    private final Schedules schedules = new Schedules(clock);
    private final DueTimes times = new DueTimes(clock, LATE);

    @BeforeEach
    void there_are_none() {
        QuarkusTransaction.requiringNew().run(() -> ScheduleEntity.deleteAll());
    }

    private ScheduleRow schedule(String cron) {
        return inTransaction(() -> schedules.create(
                new ScheduleChange("log-after-save", cron, null, Fields.of("Log", Fields.of("id", "1")), null)));
    }

    private ScheduleRow changed(long id, ScheduleChange change) {
        return inTransaction(() -> schedules.update(id, change));
    }

    private ScheduleRow get(long id) {
        return inTransaction(() -> schedules.get(id));
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static ScheduleChange switched(boolean on) {
        return new ScheduleChange(null, null, null, null, on);
    }

    private static List<DueTimes.Due> claimed(DueTimes times) {
        List<DueTimes.Due> claimed = new ArrayList<>();
        times.claim(claimed::add);
        return claimed;
    }

    private static List<String> at(List<DueTimes.Due> due) {
        return due.stream().map(it -> it.at().toString()).toList();
    }

    @Test
    void a_schedule_comes_back_as_it_was_made_and_says_when_it_is_due() {
        ScheduleRow made = schedule("0 10 * * *");

        assertThat(get(made.id())).isEqualTo(made);
        assertThat(made.zone()).isEqualTo("UTC");
        assertThat(made.enabled()).isTrue();
        assertThat(made.nextDue()).isEqualTo("2076-11-25T10:00:00Z");
        assertThat(made.tree()).isEqualTo(Fields.of("Log", Fields.of("id", "1")));
        assertThat(inTransaction(() -> schedules.list("log-after-save", Paging.first(5)))
                        .items())
                .containsExactly(made);
        assertThat(inTransaction(() -> schedules.list("event-publish", Paging.first(5)))
                        .total())
                .isZero();
    }

    @Test
    void it_is_due_once_at_each_of_its_times() {
        long id = schedule("*/5 * * * *").id();

        assertThat(claimed(times)).isEmpty();
        clock.set("2076-11-25T09:05:00Z");
        assertThat(at(claimed(times))).containsExactly("2076-11-25T09:05:00Z");
        assertThat(claimed(times)).isEmpty();
        clock.set("2076-11-25T09:10:00.7Z");
        assertThat(at(claimed(times))).containsExactly("2076-11-25T09:10:00Z");
        assertThat(get(id).nextDue()).isEqualTo("2076-11-25T09:15:00Z");
        assertThat(get(id).lastDue()).isEqualTo("2076-11-25T09:10:00Z");
    }

    @Test
    void of_several_processes_one_gets_a_time() throws Exception {
        for (int i = 0; i < 5; i++) {
            schedule("*/5 * * * *");
        }
        List<DueTimes.Due> claimed = Collections.synchronizedList(new ArrayList<>());
        for (int round = 1; round <= 3; round++) {
            clock.forward(Duration.ofMinutes(5));

            List<Object> results = Together.run(4, () -> claimed.addAll(claimed(new DueTimes(clock, LATE))));

            assertThat(results).allMatch(Boolean.class::isInstance);
            assertThat(claimed).hasSize(5 * round);
        }
        assertThat(claimed).extracting(it -> it.schedule().id() + " " + it.at()).doesNotHaveDuplicates();
    }

    @Test
    void a_time_that_nobody_kept_is_made_up_for_once_while_it_is_not_too_late() {
        long id = schedule("*/5 * * * *").id();

        clock.set("2076-11-25T12:07:00Z");

        assertThat(at(claimed(times))).containsExactly("2076-11-25T12:00:00Z");
        assertThat(claimed(times)).isEmpty();
        assertThat(get(id).nextDue()).isEqualTo("2076-11-25T12:10:00Z");
    }

    @Test
    void a_time_that_nobody_kept_is_skipped_and_that_is_said_when_it_is_too_late() {
        long id = schedule("0 10 * * *").id();

        clock.set("2076-11-25T10:10:01Z");

        assertThat(claimed(times)).isEmpty();
        ScheduleRow row = get(id);
        assertThat(row.lastDue()).isEqualTo("2076-11-25T10:00:00Z");
        assertThat(row.lastRunId()).isNull();
        assertThat(row.lastProblem())
                .isEqualTo("Nobody was there to fire `log-after-save` when it was due at 2076-11-25T10:00:00Z,"
                        + " longer ago than the 10 min it may be late (sluice.schedules.late): skipped.");
        assertThat(row.nextDue()).isEqualTo("2076-11-26T10:00:00Z");
    }

    @Test
    void a_clock_that_is_put_back_makes_no_time_come_twice() {
        schedule("*/5 * * * *");
        clock.set("2076-11-25T09:05:01Z");
        assertThat(claimed(times)).hasSize(1);

        clock.set("2076-11-25T08:04:59Z");
        assertThat(claimed(times)).isEmpty();
        clock.set("2076-11-25T09:05:00Z");
        assertThat(claimed(times)).isEmpty();

        clock.set("2076-11-25T09:10:00Z");
        assertThat(claimed(times)).hasSize(1);
    }

    @Test
    void a_clock_that_is_put_forward_makes_one_time_come_at_most() {
        schedule("* * * * *");

        clock.set("2077-02-25T09:05:01Z");

        assertThat(at(claimed(times))).hasSize(1);
        assertThat(claimed(times)).isEmpty();
    }

    @Test
    void what_came_of_a_time_is_kept_unless_a_later_one_was_faster() {
        long id = schedule("*/5 * * * *").id();
        clock.set("2076-11-25T09:05:00Z");
        DueTimes.Due first = claimed(times).get(0);
        times.ran(first, "0199aaaa-0000-7000-8000-000000000001");
        assertThat(get(id).lastRunId()).isEqualTo("0199aaaa-0000-7000-8000-000000000001");

        clock.set("2076-11-25T09:10:00Z");
        DueTimes.Due second = claimed(times).get(0);
        assertThat(get(id).lastRunId()).isNull();
        times.failed(second, "The queue is full.");
        times.ran(first, "0199aaaa-0000-7000-8000-000000000001");

        assertThat(get(id).lastProblem()).isEqualTo("The queue is full.");
        assertThat(get(id).lastRunId()).isNull();
    }

    @Test
    void a_schedule_that_is_off_is_never_due_and_makes_up_for_nothing_when_it_is_on_again() {
        long id = schedule("*/5 * * * *").id();
        assertThat(changed(id, switched(false)).nextDue()).isNull();
        clock.set("2076-11-25T09:06:00Z");
        assertThat(claimed(times)).isEmpty();

        assertThat(changed(id, switched(true)).nextDue()).isEqualTo("2076-11-25T09:10:00Z");
    }

    @Test
    void a_change_of_the_times_counts_from_now_and_another_change_leaves_them() {
        long id = schedule("*/5 * * * *").id();
        clock.set("2076-11-25T09:06:00Z");

        ScheduleRow data = changed(id, new ScheduleChange(null, null, null, Fields.of("a", 1L), null));
        assertThat(data.nextDue()).isEqualTo("2076-11-25T09:05:00Z");
        ScheduleRow cron = changed(id, new ScheduleChange(null, "0 12 * * *", "Asia/Tokyo", null, null));
        assertThat(cron.nextDue()).isEqualTo("2076-11-26T03:00:00Z");
        assertThat(cron.tree()).isEqualTo(Fields.of("a", 1L));
    }

    @Test
    void a_schedule_that_came_for_the_last_time_is_due_no_more() {
        long id = schedule("0 0 12 25 11 ? 2076").id();
        clock.set("2076-11-25T12:00:00Z");

        assertThat(claimed(times)).hasSize(1);
        assertThat(get(id).nextDue()).isNull();
        assertThat(claimed(times)).isEmpty();
    }

    @Test
    void what_will_not_do_is_refused() {
        assertThatThrownBy(() -> schedule("0 0 0 1 1 ? 2020"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("names no time that is still to come");
        assertThatThrownBy(() -> schedule("x")).hasMessageContaining("`x` is no cron expression");
        assertThatThrownBy(() -> schedule(null)).hasMessageContaining("needs a `trigger` and a `cron`");
        assertThatThrownBy(() -> get(-1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> changed(-1, switched(true))).isInstanceOf(NotFoundException.class);
    }

    /** A clock that shows what a test sets it to. */
    private static final class SetClock extends Clock {
        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void set(String moment) {
            now = Instant.parse(moment);
        }

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
