package dev.sluice.program;

import dev.sluice.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls a Sluice in another process, with its key. */
public class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String key;
    private String url;

    /** @param url where it answers, without a slash at the end */
    public Client(String url, String key) {
        this.url = url;
        this.key = key;
    }

    public final String url() {
        return url;
    }

    public final String key() {
        return key;
    }

    final void at(String other) {
        url = other;
    }

    public final HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public final HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public final HttpResponse<String> post(String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(Json.write(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A call that is set up: it must succeed. */
    public final Object ask(String method, String path, Object body) {
        HttpResponse<String> answer = send(request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body))));
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? null : Json.parse(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", key)
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
}
