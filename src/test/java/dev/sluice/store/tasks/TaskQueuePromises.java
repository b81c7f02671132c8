package dev.sluice.store.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.engine.Background;
import dev.sluice.engine.Call;
import dev.sluice.engine.Engine;
import dev.sluice.engine.Plan;
import dev.sluice.engine.RunId;
import dev.sluice.module.Spec;
import dev.sluice.payload.Fields;
import dev.sluice.store.Graphs;
import dev.sluice.store.Listening;
import dev.sluice.store.NewWorkflow;
import dev.sluice.store.Paging;
import dev.sluice.store.StoredSwitches;
import dev.sluice.store.TestGate;
import dev.sluice.store.WorkflowRow;
import dev.sluice.store.Workflows;
import dev.sluice.store.history.History;
import dev.sluice.store.history.RunFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
abstract class TaskQueuePromises {
    @Inject
    TaskQueue queue;

    @Inject
    Engine engine;

    @Inject
    History history;

    @Inject
    Clock clock;

    @Inject
    Workflows workflows;

    @Inject
    Listening listening;

    @Inject
    StoredSwitches switches;

    @Inject
    TestGate gate;

    private Plan plan;

    @BeforeEach
    void a_workflow_that_waits() {
        switches.set(Spec.Type.ACTION, "test-gate", true);
        WorkflowRow workflow = workflows
                .findByTrigger("test-start")
                .orElseGet(() -> workflows.create(new NewWorkflow(
                        null, null, null, "test-start", false, Graphs.triggerThen("test-start", "test-gate"))));
        plan = listening.plan(workflow.trigger()).orElseThrow();
    }

    private Call call() {
        return new Call(RunId.at(clock.millis()), new Fields(), false, 0, null, false);
    }

    private TaskQueue sized(int waiting, int parallel, Duration farewell) {
        QueueConfig config = new QueueConfig() {
            @Override
            public int waiting() {
                return waiting;
            }

            @Override
            public int parallel() {
                return parallel;
            }

            @Override
            public Duration farewell() {
                return farewell;
            }
        };
        return new TaskQueue(engine, history, clock, config, new SimpleMeterRegistry());
    }

    @Test
    void a_task_runs_and_is_in_the_history_under_the_id_it_was_given() {
        String id = queue.submit(plan, call());
        until(() -> gate.waiting() == 1);
        gate.open();
        until(() -> history.find(id).isPresent());

        assertThat(history.find(id).orElseThrow().outcome()).isEqualTo("success");
    }

    @Test
    void no_more_run_at_once_than_may_and_no_more_wait_than_can() {
        TaskQueue small = sized(3, 2, Duration.ofSeconds(10));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(small.submit(plan, call()));
        }
        until(() -> gate.waiting() == 2);

        assertThat(small.running()).isEqualTo(2);
        assertThat(small.waiting()).isEqualTo(3);
        assertThatThrownBy(() -> small.submit(plan, call()))
                .isInstanceOf(Background.RejectedException.class)
                .hasMessageContaining("3 (sluice.queue.waiting)");

        until(() -> {
            gate.open();
            return small.running() == 0 && small.waiting() == 0;
        });
        assertThat(ids).allMatch(id -> history.find(id).isPresent());
    }

    @Test
    void the_end_of_the_program_waits_for_tasks() {
        TaskQueue ending = sized(10, 1, Duration.ofSeconds(30));
        List<String> ids = List.of(ending.submit(plan, call()), ending.submit(plan, call()));

        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> ending.stop(null));
        until(() -> {
            gate.open();
            return end.isDone();
        });

        assertThat(ending.running() + ending.waiting()).isZero();
        assertThat(ids).allMatch(id -> history.find(id).isPresent());
    }

    @Test
    void the_end_of_the_program_does_not_wait_for_ever() {
        TaskQueue ending = sized(10, 1, Duration.ofMillis(100));
        ending.submit(plan, call());
        ending.submit(plan, call());

        ending.stop(null);

        assertThat(ending.running() + ending.waiting()).isEqualTo(2);
        until(() -> {
            gate.open();
            return ending.running() == 0;
        });
    }

    @Test
    void a_branch_that_a_concurrent_task_sends_off_is_kept_as_a_run_of_its_own() {
        dev.sluice.engine.Branch branch = new dev.sluice.engine.Branch(
                plan,
                "2",
                new dev.sluice.payload.Payload(new Fields()),
                new dev.sluice.module.Occasion(
                        RunId.at(clock.millis()), plan.source().workflowId(), "w", "test-start", 0));

        queue.submit(branch);
        until(() -> gate.waiting() == 1);
        gate.open();

        until(() -> history.list(RunFilter.ALL, Paging.first(1_000)).items().stream()
                .anyMatch(it -> branch.occasion().runId().equals(it.parentId())));
    }

    /** Looks again and again, until the test's time is over. */
    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("The time is over");
            }
        }
    }
}
