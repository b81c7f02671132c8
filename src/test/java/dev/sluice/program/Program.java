package dev.sluice.program;

import dev.sluice.payload.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Sluice as it is packaged, in a process of its own that can be killed and started again. */
public final class Program extends Client implements AutoCloseable {
    private static final String KEY = "test-key-of-the-house";
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final long START_NANOS = Duration.ofSeconds(90).toNanos();

    private final Path data;
    private final Map<String, String> settings;
    private Form form = Form.valueOf(System.getProperty("sluice.program", "JAR"));
    private String heap = "512m";
    private Process process;

    /** What it is packaged as: the jar, unless a test or {@code -Dsluice.program=NATIVE} says otherwise. */
    public enum Form {
        JAR,
        /** One native file, as {@code ./mvnw package -Dnative} makes it. */
        NATIVE;

        /** The native file, where there is one. */
        public static Optional<Path> file() throws IOException {
            try (Stream<Path> all = Files.list(Path.of("target"))) {
                return all.filter(it -> it.getFileName().toString().endsWith("-runner"))
                        .findFirst();
            }
        }
    }

    /** @param settings environment variables, which go before the ones that every test needs */
    public Program(Path data, Map<String, String> settings) {
        super("", KEY);
        this.data = data;
        this.settings = settings;
    }

    public Program as(Form other) {
        form = other;
        return this;
    }

    /** How much memory it may use for objects, as in 128m. */
    public Program heap(String size) {
        heap = size;
        return this;
    }

    /** Starts it, and waits until it is ready. */
    public void start() throws IOException {
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
    public void launch() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        at("http://127.0.0.1:" + port);
        Files.createDirectories(log().getParent());
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Map<String, String> environment = builder.environment();
        environment.put("SLUICE_ADMIN_KEY", KEY);
        environment.put("SLUICE_OUTBOUND_ALLOW", "127.0.0.1");
        environment.put("SLUICE_ZMQ_ADDRESS", "tcp://127.0.0.1:*");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(settings);
        environment.put("SLUICE_DATA_DIR", data.toString());
        process = builder.start();
    }

    private List<String> command() throws IOException {
        if (form == Form.NATIVE) {
            return List.of(Form.file().orElseThrow().toString(), "-Xmx" + heap);
        }
        if (!Files.exists(JAR)) {
            throw new AssertionError(JAR + " is missing: ./mvnw package makes it.");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-jar",
                JAR.toString());
    }

    public Path log() {
        return Path.of(data + ".log");
    }

    public String logged() throws IOException {
        return Files.readString(log());
    }

    /** Waits until a text stands in what it printed. */
    public void untilLogged(String text) throws IOException {
        long until = System.nanoTime() + START_NANOS;
        while (!logged().contains(text)) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("It did not say: " + text + "\n" + logged());
            }
            pause(50);
        }
    }

    /** Waits until it ended by itself; tells its exit code. */
    public int untilEnded() throws InterruptedException, IOException {
        if (!process.waitFor(START_NANOS, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("It did not end:\n" + logged());
        }
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public boolean isNative() {
        return form == Form.NATIVE;
    }

    /** The memory that it has to itself, without pages of files. */
    public long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                        .filter(it -> it.startsWith("RssAnon"))
                        .map(it -> it.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow()
                * 1024;
    }

    private boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** SIGKILL: it has no chance to do anything any more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; tells how long it took to end. */
    public Duration terminate() throws InterruptedException {
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

    /** How many tasks wait, run or are dead; -1 where it cannot be asked. */
    public long tasks(String state) {
        try {
            Object page = Json.parse(get("/api/v1/tasks?size=1" + (state.isEmpty() ? "" : "&state=" + state))
                    .body());
            return page instanceof Map<?, ?> map && map.get("total") instanceof Long total ? total : -1;
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    public static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** A fresh place for the data folder, below the build's own. */
    public static Path folder(String name) throws IOException {
        Path parent = Files.createDirectories(new File("target/programs").toPath());
        return Files.createTempDirectory(parent, name).resolve("data");
    }
}
