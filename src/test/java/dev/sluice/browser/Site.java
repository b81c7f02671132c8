package dev.sluice.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.sluice.outside.misp.FakeMisp;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.program.Client;
import dev.sluice.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The Sluice whose pages are tried, and the browser. It is started from what was packaged and has a platform with very many
 * tags; or it runs already where {@code -Dsluice.browser.url} says, with the key {@code -Dsluice.browser.key}.
 */
final class Site implements AutoCloseable {
    static final int TAGS = 20_000;

    private final Client client;
    private final Program program;
    private final FakeMisp platform;
    private final Chromium chromium;

    private Site(Client client, Program program, FakeMisp platform) {
        this.client = client;
        this.program = program;
        this.platform = platform;
        chromium = new Chromium(Chromium.executable().orElseThrow());
        PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
    }

    static Site open() {
        String running = System.getProperty("sluice.browser.url");
        if (running != null) {
            return new Site(
                    new Client(running, System.getProperty("sluice.browser.key", "test-key-of-the-house")), null, null);
        }
        FakeMisp platform = new FakeMisp(() -> "1764057600");
        for (String colour : new String[] {"red", "amber", "green", "white"}) {
            platform.knowsTag("tlp:" + colour);
        }
        for (int i = 0; i < TAGS; i++) {
            platform.knowsTag("many:tag-" + i);
        }
        try {
            Program program = new Program(
                    Program.folder("browser"),
                    Map.of(
                            "SLUICE_MISP_URL",
                            platform.url(),
                            "SLUICE_MISP_KEY",
                            FakeMisp.KEY,
                            "SLUICE_QUEUE_RETRIES",
                            "0"));
            program.start();
            return new Site(program, program, platform);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return client.url();
    }

    String key() {
        return client.key();
    }

    Browser browser() {
        return chromium.browser();
    }

    /** A call with the key, past the pages: to set up, or to look at what they did. */
    Object ask(String method, String path, Object body) {
        return client.ask(method, "/api/v1" + path, body);
    }

    /** A workflow with this graph, which its trigger has instead of the one it had. */
    long draws(String trigger, Map<String, Object> graph) {
        return drawsIfTaken(trigger, graph).orElseThrow();
    }

    /** The same, or empty where Sluice refuses such a graph. */
    OptionalLong drawsIfTaken(String trigger, Map<String, Object> graph) {
        forgets(trigger);
        HttpResponse<String> answer = client.post("/api/v1/workflows", Fields.of("trigger", trigger, "graph", graph));
        return answer.statusCode() == 201
                ? OptionalLong.of((long) ((Map<?, ?>) Json.parse(answer.body())).get("id"))
                : OptionalLong.empty();
    }

    /** Takes away the workflow of a trigger, if it has one. */
    void forgets(String trigger) {
        workflowOf(trigger).ifPresent(it -> ask("DELETE", "/workflows/" + it, null));
    }

    OptionalLong workflowOf(String trigger) {
        return ((List<?>) ask("GET", "/triggers", null))
                .stream()
                        .map(it -> (Map<?, ?>) it)
                        .filter(it -> trigger.equals(it.get("id")) && it.get("workflowId") != null)
                        .mapToLong(it -> (long) it.get("workflowId"))
                        .findFirst();
    }

    /** A trigger of its own, that may say no, with a workflow that nobody has drawn anything in. */
    long begins(String trigger) {
        declares(trigger);
        return draws(trigger, Graphs.trigger(trigger));
    }

    void declares(String trigger) {
        boolean isThere = ((List<?>) ask("GET", "/triggers", null))
                .stream().anyMatch(it -> trigger.equals(((Map<?, ?>) it).get("id")));
        if (!isThere) {
            ask(
                    "POST",
                    "/triggers",
                    Fields.of("id", trigger, "name", trigger, "scope", "test", "blocking", true, "coreFormat", true));
        }
    }

    /** The graph of a workflow as it is stored. */
    Map<?, ?> graph(long workflow) {
        return (Map<?, ?>) ((Map<?, ?>) ask("GET", "/workflows/" + workflow, null)).get("graph");
    }

    /** What the program printed; empty where it is not ours. */
    Optional<String> printed() throws IOException {
        return program == null ? Optional.empty() : Optional.of(program.logged());
    }

    @Override
    public void close() {
        chromium.close();
        if (program != null) {
            program.close();
            platform.close();
        }
    }
}
