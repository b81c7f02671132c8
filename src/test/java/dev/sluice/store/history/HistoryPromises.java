package dev.sluice.store.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.engine.Outcome;
import dev.sluice.engine.Run;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.store.DataConfig;
import dev.sluice.store.Graphs;
import dev.sluice.store.InvalidException;
import dev.sluice.store.NewWorkflow;
import dev.sluice.store.Page;
import dev.sluice.store.Paging;
import dev.sluice.store.Together;
import dev.sluice.store.Workflows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
abstract class HistoryPromises {
    private static final byte[] INPUT = "{\"Event\":{\"info\":\"Phishing wave\"}}".getBytes(UTF_8);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    History history;

    @Inject
    Archive archive;

    @Inject
    EntityManager entities;

    @Inject
    RunWriter writer;

    @Inject
    LogFile file;

    @Inject
    HistoryConfig config;

    @Inject
    DataConfig data;

    @Inject
    DataSource database;

    @Inject
    Workflows workflows;

    private final String trigger = "t" + UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private long workflow() {
        return workflows
                .create(new NewWorkflow(null, null, null, trigger, false, Graphs.onlyTrigger(trigger, "")))
                .id();
    }

    private long counter(long workflow) {
        return workflows.find(workflow).orElseThrow().counter();
    }

    private static RunFilter of(String trigger) {
        return new RunFilter(trigger, null, null, null, null, null, null, null, null);
    }

    @Test
    void a_run_is_there_as_soon_as_somebody_looks() {
        Run run = Runs.at(NOON, trigger, 7, Outcome.BLOCKED, List.of("Execution stopped"), "event-1");

        history.add(run);

        StoredRun stored = history.find(run.id()).orElseThrow();
        assertThat(stored.trigger()).isEqualTo(trigger);
        assertThat(stored.workflowId()).isEqualTo(7);
        assertThat(stored.workflowVersion()).isEqualTo(1);
        assertThat(stored.outcome()).isEqualTo("blocked");
        assertThat(stored.proceed()).isFalse();
        assertThat(stored.reasons()).containsExactly("Execution stopped");
        assertThat(stored.stoppedBy()).isEqualTo(Map.of("nodeId", 3L, "module", "stop-execution"));
        assertThat(stored.nodes())
                .containsExactly(
                        Map.of(
                                "nodeId",
                                2L,
                                "module",
                                "tag-if",
                                "type",
                                "logic",
                                "result",
                                "then",
                                "errors",
                                List.of(),
                                "durationMicros",
                                41L),
                        Map.of(
                                "nodeId",
                                3L,
                                "module",
                                "stop-execution",
                                "type",
                                "action",
                                "result",
                                "stopped",
                                "errors",
                                List.of("Execution stopped"),
                                "durationMicros",
                                12L));
        assertThat(stored.blockedPaths()).containsExactly(List.of("1:output_1:0:2", "2:output_1:0:4"));
        assertThat(stored.startedAt()).isEqualTo(NOON);
        assertThat(stored.durationMicros()).isEqualTo(812);
    }

    @Test
    void what_a_dry_run_would_have_done_is_kept() {
        Run run = Runs.dry(Runs.of(trigger, 7));

        history.add(run);

        StoredRun stored = history.find(run.id()).orElseThrow();
        assertThat(stored.dryRun()).isTrue();
        assertThat(stored.effects()).containsExactly(Map.of("kind", "misp.tag.add", "tag", "tlp:red"));
    }

    @Test
    void what_a_node_changed_is_kept() {
        Run run = Runs.changing(
                trigger, List.of(Fields.of("op", "replace", "path", "/Event/info", "value", "x"), password("/User/0")));

        history.add(run);

        Map<?, ?> node =
                (Map<?, ?>) history.find(run.id()).orElseThrow().nodes().get(0);
        assertThat(Json.write(node.get("changes")))
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/Event/info\",\"value\":\"x\"},"
                        + "{\"op\":\"add\",\"path\":\"/User/0/password\",\"value\":\"***\"}]");
    }

    private static Map<String, Object> password(String path) {
        return Fields.of("op", "add", "path", path + "/password", "value", "hunter2");
    }

    @Test
    void the_input_is_kept_as_it_came() {
        Run run = Runs.of(trigger, 7);

        history.add(run, INPUT);

        assertThat(history.input(run.id())).hasValue(INPUT);
        assertThat(history.find(run.id()).orElseThrow().noInput()).isNull();
    }

    @Test
    void secrets_are_taken_out_of_the_input_before_it_is_kept() {
        Run run = Runs.of(trigger, 7);

        history.add(
                run,
                "{\"User\": {\"email\": \"a@b.example\", \"Password\": \"hunter2\", \"totp\": null}}".getBytes(UTF_8));

        assertThat(new String(history.input(run.id()).orElseThrow(), UTF_8))
                .isEqualTo("{\"User\":{\"email\":\"a@b.example\",\"Password\":\"***\",\"totp\":null}}");
    }

    @Test
    void an_input_that_is_too_large_is_not_kept_and_the_run_says_so() {
        Run run = Runs.of(trigger, 7);

        history.add(run, ("{\"a\": \"" + "x".repeat(2_000_000) + "\"}").getBytes(UTF_8));

        assertThat(history.input(run.id())).isEmpty();
        assertThat(history.find(run.id()).orElseThrow().noInput()).contains("sluice.history.input.limit");
    }

    @Test
    void a_branch_names_the_run_that_can_be_repeated() {
        Run run = Runs.of(trigger, 7);
        Run branch = Runs.branchOf(run);

        history.add(branch);

        assertThat(history.find(branch.id()).orElseThrow().noInput()).contains(run.id());
        assertThat(ids(new RunFilter(null, null, null, null, null, UUID.fromString(run.id()), null, null, null)))
                .containsExactly(branch.id());
    }

    @Test
    void a_run_that_is_carried_out_again_takes_the_place_of_the_first() {
        long workflow = workflow();
        Run first = Runs.of(trigger, workflow);
        history.add(first);
        history.awaitWritten();

        history.add(Runs.again(first, Outcome.FAILURE));

        assertThat(history.list(of(trigger), Paging.first(10)).items())
                .extracting(StoredRun::outcome)
                .containsExactly("failure");
        assertThat(counter(workflow)).isEqualTo(1);
    }

    @Test
    void a_list_goes_on_after_a_run_whatever_was_added_meanwhile() {
        List<Run> runs = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> Runs.at(NOON.plusSeconds(i), trigger, 1, Outcome.SUCCESS, List.of(), ""))
                .toList();
        runs.forEach(history::add);
        UUID last = UUID.fromString(
                history.list(of(trigger), Paging.first(2)).items().get(1).id());
        history.add(Runs.at(NOON.plusSeconds(9), trigger, 1, Outcome.SUCCESS, List.of(), ""));

        assertThat(ids(new RunFilter(trigger, null, null, null, null, null, null, null, last)))
                .containsExactly(runs.get(2).id(), runs.get(1).id(), runs.get(0).id());
    }

    @Test
    void runs_that_are_too_old_or_too_many_are_deleted_with_what_belongs_to_them() throws Exception {
        // Years before those of the other tests, which share the database.
        Instant then = Instant.parse("2001-01-01T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            history.add(Runs.at(then.plus(Duration.ofDays(i)), trigger, 1, Outcome.SUCCESS, List.of(), ""));
            history.awaitWritten();
        }
        Clock clock = Clock.fixed(then.plus(Duration.ofDays(40)).plusSeconds(1), ZoneOffset.UTC);

        new Retention(database, keeping(Duration.ofDays(30), Long.MAX_VALUE / 2), clock).deleteSurplus();

        assertThat(history.list(of(trigger), Paging.first(50)).items())
                .hasSize(9)
                .allSatisfy(it -> assertThat(it.startedAt()).isAfterOrEqualTo(then.plus(Duration.ofDays(11))));
        assertThat(blocksUpTo(then.plus(Duration.ofDays(10)))).isZero();

        long others = history.list(RunFilter.ALL, Paging.first(1)).total() - 9;
        new Retention(database, keeping(Duration.ofDays(30), others + 4), clock).deleteSurplus();

        assertThat(history.list(of(trigger), Paging.first(50)).items()).hasSize(4);
    }

    private static HistoryConfig.Keep keeping(Duration age, long count) {
        return new HistoryConfig.Keep() {
            @Override
            public Duration age() {
                return age;
            }

            @Override
            public long count() {
                return count;
            }
        };
    }

    private long blocksUpTo(Instant end) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from run_block where last_run <= ?")) {
            count.setObject(1, Conditions.earliest(end));
            try (ResultSet found = count.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void an_id_that_is_none_is_not_found() {
        assertThat(history.find("7")).isEmpty();
        assertThat(history.find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void eight_threads_count_exactly() throws Exception {
        long workflow = workflow();

        Together.run(8, () -> {
            for (int i = 0; i < 500; i++) {
                history.add(Runs.of(trigger, workflow));
            }
            return null;
        });

        history.awaitWritten();
        assertThat(counter(workflow)).isEqualTo(4_000);
        assertThat(history.list(of(trigger), Paging.first(1)).total()).isEqualTo(4_000);
    }

    @Test
    void branches_dry_runs_and_what_was_skipped_are_kept_but_not_counted() {
        long workflow = workflow();
        Run run = Runs.of(trigger, workflow);

        history.add(run);
        history.add(Runs.branchOf(run));
        history.add(Runs.dry(run));
        history.add(Runs.skipped(run));

        Page<StoredRun> stored = history.list(of(trigger), Paging.first(10));
        assertThat(stored.total()).isEqualTo(4);
        assertThat(stored.items()).extracting(StoredRun::parentId).contains(run.id());
        assertThat(counter(workflow)).isEqualTo(1);
    }

    @Test
    void saving_a_workflow_does_not_take_its_counter_back() throws Exception {
        long workflow = workflow();

        Together.run(4, () -> {
            for (int i = 0; i < 20; i++) {
                history.add(Runs.of(trigger, workflow));
                workflows.update(workflow, null, new dev.sluice.store.WorkflowChange("n" + i, null, null, null));
                history.awaitWritten();
            }
            return null;
        });

        assertThat(counter(workflow)).isEqualTo(80);
    }

    @Test
    void runs_are_listed_by_every_filter() {
        long workflow = workflow();
        Run first = Runs.at(NOON, trigger, workflow, Outcome.SUCCESS, List.of(), "event-" + trigger);
        Run second =
                Runs.at(NOON.plusSeconds(60), trigger, workflow, Outcome.BLOCKED, List.of("50% of THEM said no"), "");
        Run third = Runs.at(NOON.plusSeconds(120), trigger, workflow + 1_000_000, Outcome.FAILURE, List.of(), "");
        history.add(third);
        history.add(first);
        history.add(second);

        assertThat(ids(of(trigger))).containsExactly(third.id(), second.id(), first.id());
        assertThat(ids(new RunFilter(trigger, workflow, null, null, null, null, null, null, null)))
                .containsExactly(second.id(), first.id());
        assertThat(ids(new RunFilter(trigger, null, "failure", null, null, null, null, null, null)))
                .containsExactly(third.id());
        assertThat(ids(new RunFilter(trigger, null, null, "50% of them", null, null, null, null, null)))
                .containsExactly(second.id());
        assertThat(ids(new RunFilter(trigger, null, null, "5_%", null, null, null, null, null)))
                .isEmpty();
        assertThat(ids(new RunFilter(null, null, null, "workflow of " + trigger, null, null, null, null, null)))
                .hasSize(3);
        assertThat(ids(new RunFilter(null, null, null, null, "event-" + trigger, null, null, null, null)))
                .containsExactly(first.id());
        assertThat(ids(new RunFilter(trigger, null, null, null, null, null, NOON.plusSeconds(60), null, null)))
                .containsExactly(third.id(), second.id());
        assertThat(ids(new RunFilter(trigger, null, null, null, null, null, null, NOON.plusSeconds(60), null)))
                .containsExactly(first.id());
    }

    private List<String> ids(RunFilter filter) {
        return history.list(filter, Paging.first(10)).items().stream()
                .map(StoredRun::id)
                .toList();
    }

    @Test
    void runs_come_in_pages_and_in_the_order_asked_for() {
        for (int i = 0; i < 5; i++) {
            history.add(Runs.at(NOON.plusSeconds(i), trigger, 1, Outcome.SUCCESS, List.of(), "event " + i));
        }

        Page<StoredRun> last = history.list(of(trigger), new Paging(2, 2, null));
        assertThat(last.total()).isEqualTo(5);
        assertThat(last.items()).extracting(StoredRun::eventUuid).containsExactly("event 0");
        assertThat(history.list(of(trigger), new Paging(0, 2, "startedAt")).items())
                .extracting(StoredRun::eventUuid)
                .containsExactly("event 0", "event 1");
        assertThatThrownBy(() -> history.list(RunFilter.ALL, new Paging(0, 2, "nodes")))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> Paging.first(0)).isInstanceOf(InvalidException.class);
    }

    @Test
    void log_entries_are_listed_by_every_filter() {
        Run good = Runs.at(NOON, trigger, 7, Outcome.SUCCESS, List.of(), "");
        Run bad = Runs.at(NOON.plusSeconds(60), trigger, 8, Outcome.BLOCKED, List.of("NO way"), "");
        history.add(good);
        history.add(bad);
        history.add(Runs.skipped(good));
        history.add(Runs.dry(good));

        assertThat(messages(new LogFilter(trigger, 7L, null, null, null, null, null)))
                .containsExactly(
                        "Finished executing workflow for trigger `" + trigger + "` (7). Outcome: success",
                        "Started executing workflow for trigger `" + trigger + "` (7)");
        assertThat(messages(new LogFilter(trigger, null, null, "error", null, null, null)))
                .containsExactly("Execution stopped. \nNO way");
        assertThat(messages(new LogFilter(trigger, null, null, null, "no WAY", null, null)))
                .hasSize(1);
        assertThat(messages(new LogFilter(null, null, bad.id(), null, null, null, null)))
                .hasSize(3);
        assertThat(messages(new LogFilter(null, null, "7", null, null, null, null)))
                .isEmpty();
        assertThat(messages(new LogFilter(trigger, null, null, null, null, NOON.plusSeconds(60), null)))
                .hasSize(3);
        assertThat(messages(new LogFilter(trigger, null, null, null, null, null, NOON.plusSeconds(60))))
                .hasSize(2);
        assertThat(history.logs(new LogFilter(trigger, null, null, null, null, null, null), new Paging(1, 4, "at")))
                .satisfies(page -> assertThat(page.total()).isEqualTo(5))
                .satisfies(page -> assertThat(page.items()).hasSize(1));
    }

    private List<String> messages(LogFilter filter) {
        return history.logs(filter, Paging.first(10)).items().stream()
                .map(LogRow::message)
                .toList();
    }

    @Test
    void the_log_file_has_MISPs_lines_with_the_time_of_the_run() throws Exception {
        history.add(Runs.at(NOON, trigger, 7, Outcome.BLOCKED, List.of("No {0} %s\nsecond line"), ""));
        history.awaitWritten();

        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .withZone(ZoneId.systemDefault())
                .format(NOON);
        String start = "[" + time + "] Workflow(" + trigger + ":7). ";
        assertThat(Files.readString(data.dir().resolve("workflow-execution.log")))
                .containsOnlyOnce(start + "Started executing workflow for trigger `" + trigger + "` (7)\n" + start
                        + "Execution stopped. \nNo {0} %s\nsecond line\n" + start
                        + "Finished executing workflow for trigger `" + trigger + "` (7). Outcome: blocked\n");
    }

    @Test
    void what_does_not_fit_is_dropped_and_counted_without_waiting() {
        History full = new History(sized(3, Duration.ofHours(1)), writer, file, archive, metrics);

        for (int i = 0; i < 5; i++) {
            full.add(Runs.of(trigger, 1));
        }

        assertThat(metrics.counter("sluice.history.dropped").count()).isEqualTo(2);
        assertThat(metrics.get("sluice.history.waiting").gauge().value()).isEqualTo(3);
    }

    @Test
    void what_waits_is_written_when_the_program_ends() {
        History ending = new History(sized(10, Duration.ofHours(1)), writer, file, archive, metrics);
        ending.start(null);
        for (int i = 0; i < 3; i++) {
            ending.add(Runs.of(trigger, 1));
        }

        ending.stop(null);

        assertThat(history.list(of(trigger), Paging.first(1)).total()).isEqualTo(3);
    }

    @Test
    void a_database_that_is_away_for_a_while_costs_nothing() {
        AtomicInteger calls = new AtomicInteger();
        DataSource shaky = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (calls.incrementAndGet() <= 2) {
                        throw new SQLException("Connection refused", "08001");
                    }
                    return method.invoke(database, args);
                });
        History waiting = new History(sized(10, Duration.ofMillis(1)), new RunWriter(shaky), file, archive, metrics);
        waiting.start(null);
        Run run = Runs.of(trigger, 1);

        waiting.add(run);

        assertThat(waiting.find(run.id())).isPresent();
        assertThat(metrics.counter("sluice.history.failed").count()).isEqualTo(2);
        assertThat(metrics.counter("sluice.history.dropped").count()).isZero();
        waiting.stop(null);
    }

    @Test
    void a_run_that_the_database_refuses_costs_only_itself() {
        History own = new History(sized(10, Duration.ofHours(1)), writer, file, archive, metrics);
        own.add(Runs.of(trigger, 1));
        own.add(Runs.of(trigger.repeat(10), 1));
        own.add(Runs.of(trigger, 1));
        own.start(null);

        own.stop(null);

        assertThat(history.list(of(trigger), Paging.first(1)).total()).isEqualTo(2);
        assertThat(metrics.counter("sluice.history.dropped").count()).isPositive();
    }

    private HistoryConfig sized(int buffer, Duration every) {
        return new HistoryConfig() {
            @Override
            public int buffer() {
                return buffer;
            }

            @Override
            public int batch() {
                return config.batch();
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public Duration patience() {
                return config.patience();
            }

            @Override
            public Duration farewell() {
                return config.farewell();
            }

            @Override
            public Input input() {
                return config.input();
            }

            @Override
            public Redact redact() {
                return config.redact();
            }

            @Override
            public Keep keep() {
                return config.keep();
            }
        };
    }

    @Test
    void runs_are_counted_by_the_hour_they_began_in_and_their_outcome() {
        Instant past = NOON.minusSeconds(3_600);
        history.add(Runs.at(NOON, trigger, 7, Outcome.SUCCESS, List.of(), ""));
        history.add(Runs.at(NOON.plusSeconds(9), trigger, 7, Outcome.BLOCKED, List.of("no"), ""));
        history.add(Runs.at(past, trigger, 7, Outcome.SUCCESS, List.of(), ""));
        history.add(Runs.at(past.minusSeconds(3_600), trigger, 7, Outcome.SUCCESS, List.of(), ""));
        history.awaitWritten();

        RunHours hours = new RunHours(entities, Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
        Map<String, List<RunHours.Counts>> counted =
                QuarkusTransaction.requiringNew().call(() -> hours.last(2));

        assertThat(counted.get(trigger))
                .containsExactly(new RunHours.Counts(1, 0, 0, 0), new RunHours.Counts(1, 1, 0, 0));
    }
}
