package dev.sluice.crash;

import dev.sluice.payload.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sluice as it is packaged, in a process of its own that can be killed and started again. */
final class Program implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final long START_NANOS = Duration.ofSeconds(90).toNanos();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path data;
    private final Map<String, String> settings;
    private Process process;
    private int port;

    Program(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
    }

    /** Starts it, and waits until it is ready. */
    void start() throws IOException {
        launch();
        long until = System.nanoTime() + START_NANOS;
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - until > 0) {
                throw new AssertionError("Sluice did not start:\n" + Files.readString(log()));
            }
            pause(50);
        }
    }

    /** Starts it, and does not wait. */
    void launch() throws IOException {
        if (!Files.exists(JAR)) {
            throw new AssertionError(JAR + " is missing: ./mvnw package makes it.");
        }
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-jar",
                JAR.toString()));
        Files.createDirectories(log().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(settings);
        builder.environment().put("SLUICE_DATA_DIR", data.toString());
        builder.environment().put("SLUICE_ADMIN_KEY", "crash");
        builder.environment().put("SLUICE_OUTBOUND_ALLOW", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putIfAbsent("SLUICE_ZMQ_ADDRESS", "tcp://127.0.0.1:*");
        process = builder.start();
    }

    Path log() {
        return Path.of(data + ".log");
    }

    String logged() throws IOException {
        return Files.readString(log());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** SIGKILL: it has no chance to do anything any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; tells how long it took to end. */
    Duration terminate() throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("Sluice did not end within 30 s of SIGTERM");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> post(String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(Json.write(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A call that is set up: it must succeed. */
    Object ask(String method, String path, Object body) {
        HttpResponse<String> answer = send(request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body))));
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? null : Json.parse(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "crash")
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many tasks wait, run or are dead; -1 where it cannot be asked. */
    long tasks(String state) {
        try {
            Object page = Json.parse(get("/api/v1/tasks?size=1" + (state.isEmpty() ? "" : "&state=" + state))
                    .body());
            return page instanceof Map<?, ?> map && map.get("total") instanceof Long total ? total : -1;
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** A fresh place for the data folder, below the build's own. */
    static Path folder(String name) throws IOException {
        Path parent = Files.createDirectories(new File("target/crash").toPath());
        return Files.createTempDirectory(parent, name).resolve("data");
    }
}
