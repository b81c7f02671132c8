package dev.sluice.store.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.engine.Background;
import dev.sluice.engine.Branch;
import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.engine.RunId;
import dev.sluice.module.Occasion;
import dev.sluice.module.Spec;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Payload;
import dev.sluice.store.ConflictException;
import dev.sluice.store.Graphs;
import dev.sluice.store.IdempotencyKeys;
import dev.sluice.store.JumpingClock;
import dev.sluice.store.Listening;
import dev.sluice.store.NewWorkflow;
import dev.sluice.store.NotFoundException;
import dev.sluice.store.Paging;
import dev.sluice.store.StoredSwitches;
import dev.sluice.store.TestFlaky;
import dev.sluice.store.TestGate;
import dev.sluice.store.TriggerSettings;
import dev.sluice.store.WorkflowChange;
import dev.sluice.store.Workflows;
import dev.sluice.store.history.History;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
abstract class TaskQueuePromises {
    private static final int TWENTY_MEGABYTES = 20 << 20;

    @Inject
    TaskQueue queue;

    @Inject
    Tasks tasks;

    @Inject
    DataSource database;

    @Inject
    Line line;

    @Inject
    QueueState state;

    @Inject
    TaskReader reader;

    @Inject
    Plans plans;

    @Inject
    Engine engine;

    @Inject
    TriggerSettings settings;

    @Inject
    History history;

    @Inject
    JumpingClock clock;

    @Inject
    IdempotencyKeys keys;

    @Inject
    Workflows workflows;

    @Inject
    Listening listening;

    @Inject
    StoredSwitches switches;

    @Inject
    TestGate gate;

    @Inject
    TestFlaky flaky;

    @BeforeEach
    void modules_are_on() {
        switches.set(Spec.Type.ACTION, "test-gate", true);
        switches.set(Spec.Type.ACTION, "test-flaky", true);
        flaky.breaks(0);
    }

    @AfterEach
    void nothing_is_left() throws SQLException {
        clock.set(Duration.ZERO);
        await().until(() -> {
            gate.open();
            return queue.running() == 0 && number("select count(*) from scheduled_tasks") == 0;
        });
        tasks.deleteDead("test-start");
        assertThat(number("select count(*) from task")).isZero();
        assertThat(number("select count(*) from task_payload")).isZero();
    }

    /** A workflow of some actions in a row, and nothing else that listens. */
    private Plan plan(String... actions) {
        workflows.findByTrigger("test-start").ifPresent(it -> workflows.delete(it.id()));
        workflows.create(
                new NewWorkflow(null, null, null, "test-start", false, Graphs.triggerThen("test-start", actions)));
        return listening.plan("test-start").orElseThrow();
    }

    private Call call(Fields data) {
        return new Call(RunId.at(clock.millis()), data, false, 0, null, false);
    }

    private String submitted(Plan plan, Fields data) {
        Call call = call(data);
        assertThat(queue.submit(plan, call, null).await().atMost(Duration.ofSeconds(20)))
                .isNull();
        return call.runId();
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void untilDone(String id) {
        await().until(() -> tasks.find(id).isEmpty());
        await().until(() -> history.find(id).isPresent());
    }

    @Test
    void a_task_runs_under_the_id_it_was_given_and_is_gone_when_it_is_done() {
        String id = submitted(plan("test-gate"), new Fields());
        await().until(() -> gate.waiting() == 1);

        TaskRow task = tasks.find(id).orElseThrow();
        assertThat(task.state()).isEqualTo("running");
        assertThat(task.attempts()).isEqualTo(1);
        gate.open();
        untilDone(id);

        assertThat(history.find(id).orElseThrow().outcome()).isEqualTo("success");
    }

    @Test
    void no_more_wait_than_can() {
        TaskQueue small = sized(3);
        Plan plan = plan("test-gate");
        for (int i = 0; i < 3; i++) {
            small.submit(plan, call(new Fields()), null);
        }

        assertThatThrownBy(() ->
                        small.submit(plan, call(new Fields()), null).await().indefinitely())
                .isInstanceOf(Background.RejectedException.class)
                .hasMessageContaining("3 (sluice.queue.waiting)");
    }

    /** One whose thread that writes was never started. */
    private TaskQueue sized(int waiting) {
        QueueConfig config = new QueueConfig() {
            @Override
            public int waiting() {
                return waiting;
            }

            @Override
            public int parallel() {
                return 1;
            }

            @Override
            public int retries() {
                return 0;
            }

            @Override
            public Duration firstPause() {
                return Duration.ZERO;
            }

            @Override
            public double factor() {
                return 1;
            }

            @Override
            public Duration longestPause() {
                return Duration.ZERO;
            }

            @Override
            public Duration heartbeat() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration poll() {
                return Duration.ofSeconds(1);
            }

            @Override
            public MemorySize inbox() {
                return new MemorySize(BigInteger.valueOf(1_000_000));
            }

            @Override
            public Duration farewell() {
                return Duration.ofSeconds(1);
            }
        };
        return new TaskQueue(
                database,
                line,
                state,
                reader,
                plans,
                engine,
                settings,
                history,
                clock,
                config,
                new SimpleMeterRegistry());
    }

    @Test
    void an_event_of_twenty_megabytes_passes() {
        byte[] noise = new byte[TWENTY_MEGABYTES];
        new Random(1).nextBytes(noise);
        Fields data = Fields.of("attachment", Base64.getEncoder().encodeToString(noise));

        untilDone(submitted(plan("test-flaky"), data));
    }

    @Test
    void a_branch_runs_as_a_run_of_its_own_and_not_again_while_its_sender_may_be_repeated() throws SQLException {
        Plan plan = plan("test-gate");
        String sender = submitted(plan, new Fields());
        await().until(() -> gate.waiting() == 1);
        Plan other = flakyPlan(plan);
        Branch branch = branch(other, sender);

        queue.submit(List.of(branch)).await().indefinitely();
        await().until(() -> history.find(branch.runId()).isPresent());
        assertThat(history.find(branch.runId()).orElseThrow().parentId()).isEqualTo(sender);
        queue.submit(List.of(branch)).await().indefinitely();
        gate.open();
        untilDone(sender);

        assertThat(flaky.keys()).containsExactly(branch.runId() + "-2");
    }

    /** A later version of the workflow, with another action. */
    private Plan flakyPlan(Plan plan) {
        var workflow = workflows.findByTrigger(plan.source().trigger()).orElseThrow();
        workflows.update(workflow.id(), null, graph(Graphs.triggerThen("test-start", "test-flaky")));
        return listening.plan("test-start").orElseThrow();
    }

    private static WorkflowChange graph(String graph) {
        return new WorkflowChange(null, null, null, graph);
    }

    private Branch branch(Plan plan, String sender) {
        return new Branch(
                RunId.at(clock.millis()),
                plan,
                "2",
                new Payload(new Fields()),
                new Occasion(sender, plan.source().workflowId(), "w", "test-start", 0));
    }

    @Test
    void what_was_one_object_is_one_for_a_branch_too() {
        Fields attribute = Fields.of("value", "1");
        Packed packed = Packed.ofShared(Fields.of("Attribute", List.of(attribute), "flat", List.of(attribute)));

        var data = packed.data();

        assertThat(data).isEqualTo(Fields.of("Attribute", List.of(attribute), "flat", List.of(attribute)));
        assertThat(((List<?>) data.get("flat")).get(0)).isSameAs(((List<?>) data.get("Attribute")).get(0));
    }

    @Test
    void what_broke_is_tried_again_under_the_same_key() {
        Plan plan = plan("test-flaky");
        flaky.breaks(2);

        String id = submitted(plan, new Fields());
        untilDone(id);

        assertThat(flaky.keys()).containsExactly(id + "-2", id + "-2", id + "-2");
        assertThat(history.find(id).orElseThrow().outcome()).isEqualTo("success");
    }

    @Test
    void what_breaks_again_and_again_is_dead_until_somebody_has_it_tried_again() {
        Plan plan = plan("test-flaky");
        flaky.breaks(4);

        String id = submitted(plan, new Fields());
        await().until(() -> tasks.find(id).orElseThrow().state().equals("dead"));
        TaskRow dead = tasks.find(id).orElseThrow();
        assertThat(dead.attempts()).isEqualTo(4);
        assertThat(dead.lastError()).contains("test-flaky").contains("It broke.");
        assertThat(tasks.list(new TaskFilter("dead", "test-start", null), Paging.first(10))
                        .items())
                .containsExactly(dead);
        await().until(() -> history.find(id).isPresent());

        tasks.retry(id);
        untilDone(id);
        assertThat(Set.copyOf(flaky.keys())).containsExactly(id + "-2");
    }

    @Test
    void a_task_that_waits_can_be_deleted_and_one_that_runs_cannot() throws SQLException {
        Plan plan = plan("test-gate");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(submitted(plan, new Fields()));
        }
        await().until(() -> gate.waiting() == 16);
        String last = ids.get(ids.size() - 1);
        assertThat(tasks.list(new TaskFilter("waiting", null, null), Paging.first(100))
                        .total())
                .isEqualTo(24);

        tasks.delete(last);
        assertThat(tasks.find(last)).isEmpty();
        assertThatThrownBy(() -> tasks.delete(ids.get(0))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> tasks.retry(ids.get(0))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> tasks.delete(last)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_task_runs_the_version_it_was_queued_for() {
        Plan first = plan("test-gate");
        String id = behindACrowd(first);
        var workflow = workflows.findByTrigger("test-start").orElseThrow();
        workflows.update(workflow.id(), null, graph(Graphs.onlyTrigger("test-start", "x")));

        gate.open();
        await().until(() -> gate.waiting() == 1);
        gate.open();
        untilDone(id);

        assertThat(history.find(id).orElseThrow().workflowVersion())
                .isEqualTo(first.source().version());
        assertThat(history.find(id).orElseThrow().nodes()).hasSize(1);
    }

    /** A task that waits because as many run as can. */
    private String behindACrowd(Plan plan) {
        for (int i = 0; i < 16; i++) {
            submitted(plan, new Fields());
        }
        await().until(() -> gate.waiting() == 16);
        return submitted(plan, new Fields());
    }

    @Test
    void a_task_whose_workflow_was_deleted_is_dead_and_says_why() {
        Plan plan = plan("test-gate");
        String id = behindACrowd(plan);

        workflows.delete(plan.source().workflowId());
        gate.open();

        await().until(() -> tasks.find(id).orElseThrow().state().equals("dead"));
        assertThat(tasks.find(id).orElseThrow().lastError())
                .contains("There is no workflow " + plan.source().workflowId());
    }

    @Test
    void of_a_key_that_is_used_twice_one_task_comes_of_it() throws SQLException {
        Plan plan = plan("test-flaky");
        String key = UUID.randomUUID().toString();
        Call first = call(new Fields());
        Call second = call(new Fields());

        var before = List.of(
                queue.submit(plan, first, keys.request("test-start", key, new byte[] {1}, "{\"n\":1}")),
                queue.submit(plan, second, keys.request("test-start", key, new byte[] {1}, "{\"n\":2}")));

        assertThat(before.get(0).await().indefinitely()).isNull();
        assertThat(before.get(1).await().indefinitely()).isEqualTo(new IdempotencyKeys.Claim.Done("{\"n\":1}"));
        assertThat(queue.submit(plan, call(new Fields()), keys.request("test-start", key, new byte[] {2}, "{}"))
                        .await()
                        .indefinitely())
                .isEqualTo(new IdempotencyKeys.Claim.Mismatch());
        untilDone(first.runId());
        assertThat(history.find(second.runId())).isEmpty();
    }

    @Test
    void a_trigger_with_many_tasks_makes_another_wait_for_about_one_of_them() throws SQLException {
        Plan noisy = plan("test-gate");
        for (int i = 0; i < 216; i++) {
            submitted(noisy, new Fields());
        }
        await().until(() -> gate.waiting() == 16);

        String id = submitted(quietPlan(), new Fields());

        assertThat(number("select count(*) from scheduled_tasks where not picked and execution_time <"
                        + " (select execution_time from scheduled_tasks where task_instance = '" + id + "')"))
                .isLessThan(10);
        await().until(() -> {
            gate.open();
            return tasks.find(id).isEmpty();
        });
        assertThat(tasks.list(new TaskFilter("waiting", "test-start", null), Paging.first(1))
                        .total())
                .isGreaterThan(100);
    }

    private Plan quietPlan() {
        String trigger = "log-after-save";
        if (workflows.findByTrigger(trigger).isEmpty()) {
            workflows.create(
                    new NewWorkflow(null, null, null, trigger, false, Graphs.triggerThen(trigger, "test-flaky")));
        }
        return listening.plan(trigger).orElseThrow();
    }

    @Test
    void tasks_of_a_process_that_is_silent_are_taken_over() throws SQLException {
        Plan plan = plan("test-gate");
        String id = submitted(plan, new Fields());
        await().until(() -> gate.waiting() == 1);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update scheduled_tasks set version = version + 1, picked_by = 'gone',"
                    + " last_heartbeat = timestamp with time zone '2001-01-01 00:00:00+00'");
        }

        await().until(() -> {
            gate.open();
            return tasks.find(id).isEmpty();
        });
        await().until(() -> history.find(id).isPresent());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void a_clock_that_jumps_an_hour_costs_no_task_and_makes_none_run_twice(long hours) throws SQLException {
        Plan plan = plan("test-gate", "test-flaky");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            ids.add(submitted(plan, new Fields()));
        }
        await().until(() -> gate.waiting() == 16);
        flaky.breaks(3);

        clock.set(Duration.ofHours(hours));
        String heard = heartbeats();
        await().until(() -> !heartbeats().equals(heard));
        await().until(() -> {
            gate.open();
            return number("select count(*) from task") == 0;
        });

        await().untilAsserted(() -> assertThat(ids).allMatch(it -> history.find(it)
                .filter(run -> run.outcome().equals("success"))
                .isPresent()));
        assertThat(flaky.keys()).hasSize(24 + 3);
        assertThat(Set.copyOf(flaky.keys())).hasSize(24);
    }

    private String heartbeats() throws SQLException {
        return text("select cast(min(last_heartbeat) as varchar) from scheduled_tasks where picked");
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    @Test
    void a_pause_that_began_before_the_clock_was_put_back_does_not_last_until_then() throws SQLException {
        String id = behindACrowd(plan("test-gate"));
        try (Connection connection = database.getConnection();
                PreparedStatement later = connection.prepareStatement(
                        "update scheduled_tasks set execution_time = ? where task_instance = ?")) {
            // further than any test sets the clock: one that was put back may still be in the queue's mind
            later.setObject(1, TaskStatements.time(clock.instant().plus(Duration.ofDays(1))));
            later.setString(2, id);
            later.executeUpdate();
        }

        await().until(() -> {
            gate.open();
            return tasks.find(id).isEmpty();
        });
        untilDone(id);
    }

    @Test
    void a_process_that_lives_keeps_its_tasks_whatever_the_time_of_its_heartbeats() throws SQLException {
        String id = submitted(plan("test-gate"), new Fields());
        await().until(() -> gate.waiting() == 1);

        for (int i = 0; i < 20; i++) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("update scheduled_tasks set last_heartbeat = "
                        + "timestamp with time zone '2001-01-01 00:00:" + (10 + i) + "+00' where picked");
            }
            await().until(() -> !heartbeats().startsWith("2001"));
        }

        assertThat(tasks.find(id).orElseThrow().attempts()).isEqualTo(1);
        assertThat(gate.waiting()).isEqualTo(1);
    }
}
