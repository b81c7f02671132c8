package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.program.Program;
import dev.sluice.store.db.SluiceDriver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Kills the program while thousands of tasks are queued and running, and looks whether one was lost, or one ran again that
 * was done. Each call is a task with an effect, and sends off a branch, a task with another.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrashIT {
    private static final int KILLS = Integer.getInteger("sluice.crash.kills", 3);
    private static final int RUN_ID = 36;
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(10);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, String> accepted = Callers.noneYet();
    private final Map<String, Integer> effectsOfDone = new HashMap<>();
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = new Ledger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void no_task_is_lost_and_none_runs_again_that_was_done_on_h2() throws Exception {
        Path data = Program.folder("h2");
        try (Program program = new Program(data, Map.of())) {
            program.start();
            Workflow.draw(program, ledger);
            for (int kill = 0; kill < KILLS; kill++) {
                killUnderLoad(program);
                remember(h2(data));
                program.start();
            }
            Workflow.drain(program);
            program.terminate();
        }
        verify(h2(data), KILLS);
    }

    @Test
    void nor_on_postgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Program program = new Program(Program.folder("postgresql"), on(server))) {
            program.start();
            Workflow.draw(program, ledger);
            for (int kill = 0; kill < KILLS; kill++) {
                killUnderLoad(program);
                remember(postgresql(server));
                program.start();
            }
            Workflow.drain(program);
            verify(postgresql(server), KILLS);
        }
    }

    @Test
    void nor_where_one_of_two_processes_dies_and_the_other_takes_over() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Program survivor = new Program(Program.folder("survivor"), on(server));
                Program victim = new Program(Program.folder("victim"), on(server))) {
            survivor.start();
            Workflow.draw(survivor, ledger);
            int kills = (KILLS + 1) / 2;
            for (int kill = 0; kill < kills; kill++) {
                victim.start();
                try (Callers others = new Callers(survivor, numbers, accepted)) {
                    killUnderLoad(victim);
                }
            }
            Workflow.drain(survivor);
            verify(postgresql(server), kills);
        }
    }

    private void killUnderLoad(Program program) throws Exception {
        try (Callers callers = new Callers(program, numbers, accepted)) {
            int enough = accepted.size() + 500 + random.nextInt(1_500);
            long until = System.nanoTime() + LONGEST_LOAD.toNanos();
            while (accepted.size() < enough && System.nanoTime() - until < 0) {
                Program.pause(1);
            }
            program.kill();
        }
    }

    /** What has left the database was done: there must be no further effect of it. */
    private void remember(Connection database) throws SQLException {
        Set<String> left = new HashSet<>();
        try (database;
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select cast(id as varchar) from task where state <> 'done'")) {
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        ledger.effects().forEach((key, count) -> {
            if (!left.contains(key.substring(0, RUN_ID))) {
                effectsOfDone.put(key, count);
            }
        });
    }

    private void verify(Connection database, int kills) throws SQLException {
        Map<String, Integer> effects = ledger.effects();
        long repeated = effects.values().stream().filter(it -> it > 1).count();
        System.out.printf(
                "%d calls accepted, %d kills, %d effects under %d keys, %d of them repeated; seed %d%n",
                accepted.size(),
                kills,
                effects.values().stream().mapToInt(it -> it).sum(),
                effects.size(),
                repeated,
                seed);
        assertThat(accepted).hasSizeGreaterThan(100);
        accepted.forEach((number, run) -> {
            assertThat(ledger.keys("/first", number))
                    .as("call %d, seed %d", number, seed)
                    .containsExactly(run + "-2");
            assertThat(ledger.keys("/second", number))
                    .as("branch of call %d, seed %d", number, seed)
                    .hasSize(1);
        });
        effectsOfDone.forEach((key, count) -> assertThat(effects.get(key))
                .as("%s was done, seed %d", key, seed)
                .isEqualTo(count));
        try (database;
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select (select count(*) from task where state <> 'done'),"
                        + " (select count(*) from task_payload), (select count(*) from scheduled_tasks)")) {
            rows.next();
            assertThat(List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                    .containsExactly(0L, 0L, 0L);
        }
    }

    private static Map<String, String> on(EmbeddedPostgres server) {
        return Map.of(
                "SLUICE_DATABASE_URL", server.getJdbcUrl("postgres", "postgres"),
                "SLUICE_DATABASE_USERNAME", "postgres",
                "SLUICE_DATABASE_PASSWORD", "postgres",
                "SLUICE_QUEUE_HEARTBEAT", "500ms");
    }

    private static Connection postgresql(EmbeddedPostgres server) throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static Connection h2(Path data) throws SQLException {
        return new SluiceDriver()
                .connect("jdbc:h2:file:" + data.resolve("sluice").toAbsolutePath(), new Properties());
    }
}
