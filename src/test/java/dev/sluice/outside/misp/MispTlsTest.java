package dev.sluice.outside.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.payload.Fields;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A MISP behind TLS, with a certificate that no authority signed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispTlsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String CA_FILE = "sluice.misp.tls-ca-file (SLUICE_MISP_TLS_CA_FILE)";

    @TempDir
    static Path folder;

    private static Certificate good;
    private static FakeMisp misp;

    @BeforeAll
    static void start() throws Exception {
        good = Certificate.of(folder, "good", "ip:127.0.0.1");
        misp = served(good);
    }

    @AfterAll
    static void close() {
        misp.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void its_certificate_is_trusted_when_a_file_names_it() {
        assertThat(ask(misp, "tls-ca-file", good.pem().toString())).isPresent();
    }

    @Test
    void else_it_is_refused_and_the_setting_is_named() {
        assertThatThrownBy(() -> ask(misp))
                .hasMessageStartingWith("The TLS certificate of 127.0.0.1:")
                .hasMessageContaining(" is not trusted: ")
                .hasMessageContaining("in " + CA_FILE);
    }

    @Test
    void a_file_with_another_certificate_does_not_help() throws Exception {
        Certificate other = Certificate.of(folder, "another", "ip:127.0.0.1");

        assertThatThrownBy(() -> ask(misp, "tls-ca-file", other.pem().toString()))
                .hasMessageContaining(" is not trusted: ")
                .hasMessageContaining(CA_FILE);
    }

    @Test
    void a_certificate_made_out_to_another_host_is_refused() throws Exception {
        Certificate foreign = Certificate.of(folder, "foreign", "dns:other.example");
        try (FakeMisp server = served(foreign)) {
            assertThatThrownBy(() -> ask(server, "tls-ca-file", foreign.pem().toString()))
                    .hasMessageContaining(" is not trusted: ")
                    .hasMessageContaining("made out to the host in sluice.misp.url (SLUICE_MISP_URL)");
        }
    }

    @Test
    void nothing_is_checked_where_that_is_switched_off() {
        assertThat(ask(misp, "tls-verify", "false")).isPresent();
    }

    @Test
    void a_file_that_will_not_do_is_told_at_the_start() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate");

        assertThatThrownBy(() ->
                        ask(misp, "tls-ca-file", folder.resolve("none.pem").toString()))
                .hasMessage(CA_FILE + ": the file cannot be read.");
        assertThatThrownBy(() -> ask(misp, "tls-ca-file", empty.toString()))
                .hasMessage(CA_FILE + ": the file holds no certificates in PEM.");
    }

    private static FakeMisp served(Certificate certificate) {
        FakeMisp server = new FakeMisp(() -> "1", certificate.server());
        server.has(Fields.of("Event", Fields.of("id", "1")));
        return server;
    }

    private static Optional<Map<String, Object>> ask(FakeMisp server, String... settings) {
        return Misps.port(server, VERTX, settings).eventAlone("1").await().atMost(Duration.ofSeconds(20));
    }
}
