package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Fields;
import dev.sluice.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says when it starts or cannot start, and what it starts from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StartIT {
    @Test
    void the_start_says_where_it_answers_where_data_is_kept_and_where_the_key_is() throws Exception {
        Path data = Program.folder("start");
        try (Program program = new Program(data, Map.of("SLUICE_ADMIN_KEY", ""))) {
            program.launch();
            // each is said by a thread of its own
            program.untilLogged("#welcome=");
            program.untilLogged("The admin key is in");

            assertThat(program.logged())
                    .contains("Pages at " + program.url() + "/", program.url() + "/q/swagger-ui")
                    .contains("The admin key is in " + data.resolve("admin.key"))
                    .contains("Data is kept in jdbc:h2:file:" + data.resolve("sluice"))
                    .contains(program.url() + "/#welcome=")
                    .doesNotContain(Files.readString(data.resolve("admin.key")).strip());
        }
    }

    @Test
    void a_second_one_on_the_same_file_is_told_so_in_a_sentence() throws Exception {
        Path data = Program.folder("locked");
        try (Program first = new Program(data, Map.of());
                Program second = new Program(data, Map.of())) {
            first.start();
            second.launch();

            assertThat(second.untilEnded()).isEqualTo(1);
            assertThat(second.logged())
                    .contains("Another process has the file open", "SLUICE_DATA_DIR")
                    .doesNotContain("\tat ");
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void a_port_that_is_taken_is_named_in_a_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = new Program(
                        Program.folder("port"), Map.of("QUARKUS_HTTP_PORT", String.valueOf(taken.getLocalPort())))) {
            program.launch();

            assertThat(program.untilEnded()).isEqualTo(1);
            assertThat(program.logged())
                    .contains("Port " + taken.getLocalPort() + " seems to be in use")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SLUICE_ADMIN_KEY | guessable | has 9 characters
                    SLUICE_SERVICE_ALLOW | everybody | 192.0.2.0/24
                    SLUICE_OUTBOUND_ALLOW | 10.1.0.0/99 | SLUICE_OUTBOUND_ALLOW
                    SLUICE_MISP_URL | ftp://misp | SLUICE_MISP_URL
                    SLUICE_MODULES_ACTION_URL | misp-modules | SLUICE_MODULES_ACTION_URL
                    SLUICE_HISTORY_KEEP_COUNT | many | sluice.history.keep.count
                    SLUICE_HTTP_MAX_BODY | big | sluice.http.max-body
                    SLUICE_HTTP_BODY_TIMEOUT | soon | sluice.http.body-timeout
                    """)
    void a_setting_that_will_not_do_is_named_in_a_sentence(String name, String value, String words) throws Exception {
        try (Program program = new Program(Program.folder("setting"), Map.of(name, value))) {
            program.launch();

            assertThat(program.untilEnded()).isEqualTo(1);
            assertThat(program.logged()).contains(words).doesNotContain("\tat ");
            if (name.endsWith("KEY")) {
                assertThat(program.logged()).doesNotContain(value);
            }
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_named_without_its_password() throws Exception {
        try (Program program = new Program(
                Program.folder("away"),
                Map.of("SLUICE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/sluice?password=canary"))) {
            program.launch();

            assertThat(program.untilEnded()).isEqualTo(1);
            assertThat(program.logged())
                    .contains("jdbc:postgresql://127.0.0.1:1/sluice", "SLUICE_DATABASE_URL")
                    .doesNotContain("canary", "\tat ");
        }
    }

    @Test
    void another_kind_of_database_is_refused_without_showing_its_password() throws Exception {
        try (Program program = new Program(
                Program.folder("other"), Map.of("SLUICE_DATABASE_URL", "jdbc:mysql://127.0.0.1/x?password=canary"))) {
            program.launch();

            assertThat(program.untilEnded()).isEqualTo(1);
            assertThat(program.logged())
                    .contains("must begin with jdbc:h2: or jdbc:postgresql:")
                    .doesNotContain("canary", "\tat ");
        }
    }

    @Test
    void a_database_of_a_newer_version_is_left_alone() throws Exception {
        Path data = Program.folder("newer");
        try (Program program = new Program(data, Map.of())) {
            program.start();
            program.terminate();
            String url = "jdbc:h2:file:" + data.resolve("sluice").toAbsolutePath();
            try (Connection connection = DriverManager.getConnection(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "insert into \"flyway_schema_history\""
                                + " (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"installed_by\","
                                + " \"execution_time\", \"success\") values (999, '999', 'of tomorrow', 'SQL', 'V999.sql', '', 1, true)");
            }
            program.launch();

            assertThat(program.untilEnded()).isEqualTo(1);
            assertThat(program.logged())
                    .contains("written by a newer version (schema 999)", "backup")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void the_log_is_json_where_it_is_asked_for() throws Exception {
        try (Program program =
                new Program(Program.folder("json"), Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"))) {
            program.start();
            program.untilLogged("The admin key is");

            List<String> told = program.logged()
                    .lines()
                    .filter(it -> it.contains("The admin key is"))
                    .toList();
            assertThat(told).singleElement().asString().startsWith("{").contains("\"loggerName\":\"dev.sluice\"");
        }
    }

    @Test
    void a_backup_made_while_it_runs_is_the_database_elsewhere() throws Exception {
        Path data = Program.folder("backup");
        Path elsewhere = Program.folder("restored");
        try (Program program = new Program(data, Map.of());
                Program restored = new Program(elsewhere, Map.of())) {
            program.start();
            program.ask("POST", "/api/v1/triggers", Fields.of("id", "kept", "name", "Kept", "blocking", true));
            program.ask("POST", "/api/v1/triggers/kept/runs?dryRun=true", Fields.of("n", 1L));

            HttpResponse<InputStream> backup = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(program.url() + "/api/v1/backup"))
                                    .header("Authorization", program.key())
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            assertThat(backup.statusCode()).isEqualTo(200);
            unpack(backup.body(), elsewhere);

            restored.start();
            assertThat(restored.get("/api/v1/triggers/kept").body()).contains("\"name\":\"Kept\"");
            assertThat(Files.list(data).map(it -> it.getFileName().toString()))
                    .as("nothing is left beside the database")
                    .noneMatch(it -> it.startsWith("backup-"));
        }
    }

    @Test
    void a_provider_of_openid_connect_that_is_away_keeps_nobody_out_who_has_a_key() throws Exception {
        try (Program program = new Program(
                Program.folder("oidc"),
                Map.of("SLUICE_OIDC_ENABLED", "true", "SLUICE_OIDC_URL", "http://127.0.0.1:1"))) {
            program.start();

            assertThat(program.get("/api/v1/workflows").statusCode()).isEqualTo(200);
            for (HttpRequest.Builder asked : List.of(
                    HttpRequest.newBuilder(URI.create(program.url() + "/api/v1/sign-in/oidc")),
                    HttpRequest.newBuilder(URI.create(program.url() + "/api/v1/workflows"))
                            .header("Authorization", "Bearer abc.def.ghi"))) {
                HttpResponse<String> answer =
                        HttpClient.newHttpClient().send(asked.build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("http://127.0.0.1:1 does not answer", "Keys open as ever");
            }
            assertThat(program.logged())
                    .contains("OpenID Connect provider http://127.0.0.1:1")
                    .doesNotContain("\tat ");
        }
    }

    private static void unpack(InputStream zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ZipInputStream entries = new ZipInputStream(zip)) {
            for (ZipEntry it = entries.getNextEntry(); it != null; it = entries.getNextEntry()) {
                Files.copy(entries, folder.resolve(Path.of(it.getName()).getFileName()));
            }
        }
    }
}
