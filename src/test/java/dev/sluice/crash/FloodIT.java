package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.program.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Sluice with the small heap of a sidecar, and callers who send too much, too slowly or too often. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FloodIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int HEAP = 128 * MEGABYTE;
    private static final String RUNS = "/api/v1/triggers/flood/runs";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Program program;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        program = new Program(Program.folder("flood"), Map.of("SLUICE_HTTP_BODY_TIMEOUT", "3s")).heap("128m");
        program.start();
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        program.ask("POST", "/api/v1/triggers", Fields.of("id", "flood", "name", "Flood", "blocking", true));
        Fields node = Fields.of(
                "id",
                1L,
                "name",
                "flood",
                "data",
                Fields.of("id", "flood", "module_type", "trigger", "indexed_params", new Fields()),
                "inputs",
                new Fields(),
                "outputs",
                Fields.of("output_1", Fields.of("connections", new ArrayList<>())),
                "pos_x",
                0L,
                "pos_y",
                0L);
        program.ask("POST", "/api/v1/workflows", Fields.of("trigger", "flood", "graph", Fields.of("1", node)));
        program.ask("PATCH", "/api/v1/triggers/flood", Fields.of("enabled", true));
    }

    @AfterAll
    static void end() {
        program.close();
    }

    @AfterEach
    void it_answers_as_before_and_has_its_memory_back() throws IOException {
        assertThat(program.get("/q/health/ready").statusCode()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> send(bytes("{\"a\":1}")).join().statusCode() == 200
                        && figure("sluice_http_memory_bytes") < MEGABYTE);
        await().atMost(PATIENCE).until(FloodIT::isFlat);
        assertThat(program.logged()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void json_that_nests_too_deep_is_refused() {
        for (int depth : new int[] {200, 100_000, 2_000_000}) {
            HttpResponse<String> answer = send(bytes("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}"))
                    .join();
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("128 levels");
        }
    }

    @Test
    void a_text_longer_than_there_is_memory_for_is_refused() {
        byte[] body = bytes("{\"a\":\"" + "x".repeat(40 * MEGABYTE) + "\"}");

        HttpResponse<String> answer = send(body).join();

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("memory");
    }

    @Test
    void a_short_body_that_would_take_much_memory_is_refused() {
        for (String item : new String[] {"\"\"", "{}", "[]", "1.5", "{\"a\":1}", "12345678901234567890"}) {
            int count = 9 * MEGABYTE / (item.length() + 1);
            HttpResponse<String> answer = send(bytes("{\"a\":[" + (item + ",").repeat(count) + item + "]}"))
                    .join();
            assertThat(answer.statusCode()).as(item).isIn(413, 200);
            if (item.length() < 5) {
                assertThat(answer.statusCode()).as(item).isEqualTo(413);
            }
        }
    }

    @Test
    void a_compressed_body_is_not_unpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[64 * MEGABYTE]);
        }

        HttpResponse<String> answer = client.sendAsync(
                        request(RUNS, bomb.toByteArray())
                                .header("Content-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("compressed");
    }

    @Test
    void headers_beyond_the_limits_are_refused() throws IOException {
        String much = "x".repeat(100_000);

        assertThat(spoken("GET /q/health?" + much + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .matches("(?s)HTTP/1.[01] 414.*");
        assertThat(spoken("GET /q/health HTTP/1.1\r\nHost: a\r\nX-Much: " + much + "\r\n\r\n"))
                .matches("(?s)HTTP/1.[01] 431.*");
    }

    @Test
    void a_body_that_does_not_come_is_not_waited_for() throws IOException {
        String answer = spoken("POST " + RUNS + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + program.key()
                + "\r\nContent-Length: 1000\r\n\r\n{\"a\":");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("SLUICE_HTTP_BODY_TIMEOUT");
    }

    @Test
    void many_large_bodies_at_once_are_taken_one_after_the_other_or_refused() {
        byte[] body = bytes("{\"a\":\"" + "x".repeat(6 * MEGABYTE) + "\"}");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(send(body));
        }

        Map<Integer, Integer> statuses = new TreeMap<>();
        for (CompletableFuture<HttpResponse<String>> it : answers) {
            HttpResponse<String> answer = it.join();
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 503) {
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            }
        }

        System.out.println("60 bodies of 6 MiB at once, heap of 128 MiB: " + statuses);
        assertThat(statuses.keySet()).isSubsetOf(200, 503);
        assertThat(statuses.get(200)).isPositive();
    }

    @Test
    void who_announces_much_and_is_nobody_yet_keeps_nobody_out() throws IOException {
        program.ask("POST", "/api/v1/keys", Fields.of("name", "signs", "role", "caller"));
        String head = "POST " + RUNS + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + 10 * MEGABYTE + "\r\n";
        String signed = "Authorization: Sluice-HMAC key=signs, time=" + System.currentTimeMillis() / 1000
                + ", nonce=n, signature=00\r\n\r\n{";
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket =
                        new Socket("127.0.0.1", URI.create(program.url()).getPort());
                open.add(socket);
                socket.getOutputStream().write(bytes(head + signed));
            }
            byte[] body = bytes("{\"a\":\"" + "x".repeat(MEGABYTE) + "\"}");

            assertThat(send(body).join().statusCode()).isEqualTo(200);
        } finally {
            for (Socket it : open) {
                it.close();
            }
        }
    }

    @Test
    void ten_thousand_connections_that_say_little_keep_nobody_out() throws IOException {
        List<SocketChannel> open = new ArrayList<>();
        try {
            ByteBuffer beginning = ByteBuffer.wrap(bytes("POST " + RUNS + " HTTP/1.1\r\nHost: a\r\nAuthoriz"));
            try {
                for (int i = 0; i < 9_900; i++) {
                    open.add(SocketChannel.open(new InetSocketAddress(
                            "127.0.0.1", URI.create(program.url()).getPort())));
                    open.get(i).write(beginning.duplicate());
                }
            } catch (SocketException e) {
                assumeThat(e.getMessage())
                        .as("this machine gives no process so many files")
                        .isNull();
            }

            assertThat(program.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(send(bytes("{\"a\":1}")).join().statusCode()).isEqualTo(200);
            System.out.printf("%,d open connections: %,d bytes of memory%n", open.size(), (long) held());
        } finally {
            for (SocketChannel it : open) {
                it.close();
            }
        }
    }

    @Test
    void nothing_that_was_taken_is_lost_meanwhile() throws IOException {
        program.ask("POST", "/api/v1/triggers", Fields.of("id", "flood-later", "name", "Later", "blocking", false));
        Map<?, ?> workflow = (Map<?, ?>) program.ask("GET", "/api/v1/workflows?size=1", null);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) workflow.get("items")).get(0);
        Map<?, ?> whole = (Map<?, ?>) program.ask("GET", "/api/v1/workflows/" + first.get("id"), null);
        String graph = Json.write(whole.get("graph")).replace("\"flood\"", "\"flood-later\"");
        program.ask("POST", "/api/v1/workflows", Fields.of("trigger", "flood-later", "graph", Json.parse(graph)));
        program.ask("PATCH", "/api/v1/triggers/flood-later", Fields.of("enabled", true));
        byte[] large = bytes("{\"a\":\"" + "x".repeat(2 * MEGABYTE) + "\"}");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(client.sendAsync(
                    request("/api/v1/triggers/flood-later/runs", i % 4 == 0 ? large : bytes("{\"n\":" + i + "}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }

        List<String> taken = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> it : answers) {
            assertThat(it.join().statusCode()).isIn(202, 429, 503);
            if (it.join().statusCode() == 202) {
                taken.add((String) ((Map<?, ?>) Json.parse(it.join().body())).get("runId"));
            }
        }

        System.out.printf("%d of %d calls that nobody waits for were taken%n", taken.size(), answers.size());
        assertThat(taken).isNotEmpty();
        for (String run : taken) {
            await().atMost(PATIENCE)
                    .until(() -> program.get("/api/v1/runs/" + run).statusCode() == 200);
        }
    }

    private static CompletableFuture<HttpResponse<String>> send(byte[] body) {
        return client.sendAsync(request(RUNS, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create(program.url() + path))
                .timeout(PATIENCE)
                .header("Authorization", program.key())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** What is answered to bytes as they stand here. */
    private static String spoken(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(program.url()).getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getOutputStream().write(bytes(request));
            } catch (SocketException e) {
                System.out.println("It hung up before all was said: " + e.getMessage());
            }
            InputStream answer = socket.getInputStream();
            byte[] begin = new byte[2_000];
            int length = answer.readNBytes(begin, 0, 1);
            while (length > 0 && answer.available() > 0 && length < begin.length) {
                length += answer.read(begin, length, begin.length - length);
            }
            return new String(begin, 0, Math.max(length, 0), StandardCharsets.UTF_8);
        }
    }

    /** A native file does not tell what its collector left over; that it stays near the size of its heap is seen from outside. */
    private static boolean isFlat() throws IOException {
        return held() < HEAP * (program.isNative() ? 1.5 : 0.8);
    }

    /** Bytes of the heap that are in use after a collection; of a native file, all that it has to itself. */
    private static double held() throws IOException {
        program.get("/q/metrics");
        return program.isNative() ? program.residentBytes() : figure("jvm_gc_live_data_size_bytes");
    }

    private static double figure(String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$")
                .matcher(program.get("/q/metrics").body());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
