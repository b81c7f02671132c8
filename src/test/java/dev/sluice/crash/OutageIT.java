package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.payload.Fields;
import dev.sluice.program.Program;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The program is told to end, or its database goes away, while there is work. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutageIT {
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, String> accepted = Callers.noneYet();
    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = new Ledger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void sigterm_keeps_the_queue_answers_who_waits_and_takes_less_than_five_seconds() throws Exception {
        try (Program program = new Program(Program.folder("sigterm"), Map.of())) {
            program.start();
            Workflow.draw(program, ledger);
            ledger.answers(200, 500);
            try (Callers callers = new Callers(program, numbers, accepted)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > 200);
            }
            CompletableFuture<HttpResponse<String>> quick = asked(program, -1);
            await().until(() -> !ledger.keys("/first", -1).isEmpty());
            ledger.answers(200, 20_000);
            CompletableFuture<HttpResponse<String>> slow = asked(program, -2);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !ledger.keys("/first", -2).isEmpty());

            Duration took = program.terminate();

            System.out.printf("%d tasks accepted, ended %d ms after SIGTERM%n", accepted.size(), took.toMillis());
            assertThat(quick.join().statusCode()).isEqualTo(200);
            assertThat(slow.join().statusCode()).isEqualTo(200);
            assertThat(slow.join().body()).contains("being shut down");
            assertThat(took).isLessThan(LONGEST_END);
            ledger.answers(200, 0);
            program.start();
            Workflow.drain(program);
            assertAllDone();
        }
    }

    private static CompletableFuture<HttpResponse<String>> asked(Program program, long number) {
        return CompletableFuture.supplyAsync(
                () -> program.post("/api/v1/triggers/crash-test/runs?wait=true", Fields.of("n", number)));
    }

    @Test
    void a_database_that_is_away_for_ten_seconds_costs_no_task() throws Exception {
        Path data = Program.folder("outage-db");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        EmbeddedPostgres server = server(data, port);
        try (Program program = new Program(
                Program.folder("outage"),
                Map.of(
                        "SLUICE_DATABASE_URL", server.getJdbcUrl("postgres", "postgres"),
                        "SLUICE_DATABASE_USERNAME", "postgres",
                        "SLUICE_DATABASE_PASSWORD", "postgres"))) {
            program.start();
            Workflow.draw(program, ledger);
            ledger.answers(200, 20);
            try (Callers callers = new Callers(program, numbers, accepted)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > 300);
                server.close();
                Program.pause(2_000);
                HttpResponse<String> refused = program.post("/api/v1/triggers/crash-test/runs", Fields.of("n", -3L));
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                HttpResponse<String> looked = program.get("/api/v1/workflows");
                assertThat(looked.statusCode()).as(looked.body()).isEqualTo(503);
                assertThat(looked.body()).contains("database");
                assertThat(program.get("/q/health/ready").statusCode()).isEqualTo(503);
                assertThat(program.get("/q/health/live").statusCode()).isEqualTo(200);
                Program.pause(8_000);
                server = server(data, port);
                int before = accepted.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > before + 100);
            }
            Workflow.drain(program);
            assertAllDone();
            System.out.printf("%d tasks accepted around the outage, %d keys%n", accepted.size(), ledger.size());
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private void assertAllDone() {
        accepted.forEach((number, run) -> {
            assertThat(ledger.keys("/first", number)).as("call %d", number).containsExactly(run + "-2");
            assertThat(ledger.keys("/second", number))
                    .as("branch of call %d", number)
                    .hasSize(1);
        });
    }
}
