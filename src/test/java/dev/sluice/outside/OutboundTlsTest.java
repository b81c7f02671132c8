package dev.sluice.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.module.Effects;
import dev.sluice.module.Outbound;
import dev.sluice.module.Outbound.Answer;
import dev.sluice.module.Outbound.Request;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address is the one that was checked, but the name is the one that was asked for: in TLS and in the Host header. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutboundTlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Vertx VERTX = Vertx.vertx();
    private static HttpServer server;
    private static Outbound client;

    @TempDir
    static Path folder;

    @BeforeAll
    static void listen() throws IOException, InterruptedException {
        Path store = folder.resolve("keys.jks");
        Process made = new ProcessBuilder(command(store)).inheritIO().start();
        assertThat(made.waitFor()).isZero();
        server = await(VERTX.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setSni(true)
                        .setKeyCertOptions(
                                new JksOptions().setPath(store.toString()).setPassword("secret")))
                .requestHandler(request -> request.response()
                        .end(request.connection().indicatedServerName() + " " + request.getHeader("Host")))
                .listen(0, "127.0.0.1"));
        client = HttpClients.guarded(
                PATIENCE,
                VERTX,
                List.of("127.0.0.1"),
                0,
                host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    }

    private static List<String> command(Path store) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hooks",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-dname",
                "CN=hooks.example.org",
                "-ext",
                "san=dns:hooks.example.org",
                "-keystore",
                store.toString());
    }

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    @Test
    void the_server_is_asked_by_its_name() {
        assertThat(get("hooks.example.org", true))
                .isEqualTo(new Answer(200, "hooks.example.org hooks.example.org:" + server.actualPort()));
    }

    @Test
    void its_certificate_is_verified_all_the_same() {
        assertThatThrownBy(() -> get("hooks.example.org", false))
                .hasMessageContaining(
                        "The TLS certificate of hooks.example.org:" + server.actualPort() + " is not trusted");
    }

    private static Answer get(String host, boolean trusting) {
        String url = "https://" + host + ":" + server.actualPort() + "/";
        return client.send(Visits.with(Effects.real()), new Request("GET", url, Map.of(), null, trusting))
                .await()
                .atMost(PATIENCE);
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
