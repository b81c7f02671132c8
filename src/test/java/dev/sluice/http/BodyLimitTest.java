package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a call may bring, however it is sent; here 100 KiB. */
@QuarkusTest
@TestProfile(BodyLimitTest.SmallLimit.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BodyLimitTest {
    private static final int LIMIT = 100 * 1024;

    public static class SmallLimit implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sluice.http.max-body", String.valueOf(LIMIT));
        }
    }

    @TestHTTPResource
    URL server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Java's own client asks for HTTP/2 at first. */
    @Test
    void a_caller_that_would_rather_speak_HTTP_2_is_answered() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.toString().replaceAll("/$", "") + BASE + "/tools/hash-path"))
                .header("Authorization", "test-key-of-the-house")
                .POST(BodyPublishers.ofString("{\"data\":{\"a\":1},\"path\":\"a\"}"))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/triggers/event-publish/runs",
        "POST,/workflows/1/runs",
        "POST,/workflows/1/versions/1/restore",
        "POST,/workflows",
        "PUT,/workflows/1",
        "PATCH,/workflows/1",
        "POST,/workflows/check",
        "POST,/workflows/import",
        "POST,/triggers",
        "PATCH,/triggers/event-publish",
        "PATCH,/modules/logic/tag-if",
        "POST,/modules/logic/tag-if/executions",
        "POST,/tools/hash-path",
        "POST,/nowhere"
    })
    void a_body_that_turns_out_too_large_is_a_problem_at_every_path(String method, String path) throws Exception {
        HttpResponse<String> answer = chunked(method, path, " ".repeat(20 * LIMIT));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("larger than " + LIMIT + " bytes", "SLUICE_HTTP_MAX_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/triggers/event-publish/runs", "/workflows", "/nowhere"})
    void a_body_that_says_it_is_too_large_is_refused_before_it_is_read(String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + BASE + path + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: test-key-of-the-house\r\nContent-Length: 70000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("the limit");
        }
    }

    @Test
    void a_body_below_the_limit_arrives_whole_in_many_chunks() throws Exception {
        String text = "0123456789".repeat(9_000);

        HttpResponse<String> answer = chunked(
                "POST",
                "/tools/hash-path",
                Json.write(Fields.of("data", Fields.of("a", text), "path", "a", "fn", "get")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.parse(answer.body())).isEqualTo(Fields.of("result", text));
    }

    @Test
    void a_large_drawing_is_kept_whole() {
        Map<String, Object> graph = Api.stopsRed("event-before-save");
        graph.put("9", Api.node(9, "action", "stop-execution", Fields.of("message", "red! ".repeat(15_000)), 0));

        int id = Api.draw("event-before-save", graph);

        admin().get(BASE + "/workflows/" + id)
                .then()
                .body("graph.9.data.indexed_params.message", equalTo("red! ".repeat(15_000)));
    }

    private HttpResponse<String> chunked(String method, String path, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        server.getProtocol() + "://" + server.getHost() + ":" + server.getPort() + BASE + path))
                .header("Authorization", "test-key-of-the-house")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
