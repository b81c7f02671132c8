package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.conformance.Recorded;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveTest {
    private static final String TRIGGER = "event-publish";

    @TestHTTPResource(BASE + "/runs/live")
    URI live;

    private record Event(String name, Map<String, Object> data) {}

    /** Reads the stream; it is subscribed once this is made. */
    private final class LiveStream implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader lines;

        LiveStream(String query) throws IOException, InterruptedException {
            this(query, "test-key-of-the-house");
        }

        LiveStream(String query, String key) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(live + query))
                    .header("Authorization", key)
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith(":");
        }

        /** Events up to the end of a run. */
        List<Event> untilEnd() throws IOException {
            List<Event> events = new ArrayList<>();
            String name = "";
            while (events.isEmpty() || !events.get(events.size() - 1).name().equals("end")) {
                String line = lines.readLine();
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new Event(name, Recorded.map(Json.parse(line.substring("data:".length())))));
                }
            }
            return events;
        }

        /** Whatever comes until it ends. */
        long untilOver() {
            return lines.lines().count();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static String fire(String trigger, String query) {
        return admin().body(Api.event("tlp:red"))
                .post(BASE + "/triggers/" + trigger + "/runs" + query)
                .then()
                .extract()
                .path("runId");
    }

    @Test
    void a_run_is_told_from_its_beginning_to_its_end() throws Exception {
        int workflow = Api.draw(TRIGGER, Api.stopsRed(TRIGGER));
        try (LiveStream stream = new LiveStream("?trigger=" + TRIGGER)) {
            String run = fire(TRIGGER, "");

            List<Event> events = stream.untilEnd();

            assertThat(events).extracting(Event::name).containsExactly("run", "node", "node", "end");
            assertThat(events).allSatisfy(it -> assertThat(it.data()).containsEntry("runId", run));
            assertThat(events.get(0).data())
                    .containsEntry("trigger", TRIGGER)
                    .containsEntry("workflowId", (long) workflow)
                    .containsEntry("workflowVersion", 1L)
                    .containsEntry("dryRun", false);
            assertThat(events.get(1).data()).containsEntry("module", "tag-if").containsEntry("result", "then");
            assertThat(events.get(2).data())
                    .containsEntry("nodeId", 3L)
                    .containsEntry("result", "stopped")
                    .containsEntry("errors", List.of("no red"))
                    .containsKey("durationMicros");
            assertThat(events.get(3).data()).containsEntry("outcome", "blocked").containsEntry("proceed", false);
            assertThat((List<?>) events.get(3).data().get("reasons")).hasSize(1);
        }
    }

    @Test
    void it_ends_for_whose_key_is_taken_away() throws Exception {
        JsonPath key = admin().body("{\"name\": \"looks on\", \"role\": \"viewer\"}")
                .post(BASE + "/keys")
                .jsonPath();
        try (LiveStream stream = new LiveStream("", key.getString("key"));
                LiveStream others = new LiveStream("")) {
            admin().delete(BASE + "/keys/" + key.getLong("id")).then().statusCode(204);

            assertThat(stream.untilOver()).isNotNegative();

            Api.draw(TRIGGER, Api.stopsRed(TRIGGER));
            fire(TRIGGER, "");
            assertThat(others.untilEnd()).isNotEmpty();
        }
    }

    @Test
    void a_dry_run_says_that_it_is_one() throws Exception {
        Api.draw(TRIGGER, Api.stopsRed(TRIGGER));
        try (LiveStream stream = new LiveStream("")) {
            fire(TRIGGER, "?dryRun=true");

            assertThat(stream.untilEnd().get(0).data()).containsEntry("dryRun", true);
        }
    }

    @Test
    void a_reader_is_told_only_of_what_it_asked_for() throws Exception {
        int workflow = Api.draw(TRIGGER, Api.stopsRed(TRIGGER));
        int other = Api.draw("enrichment-before-query", Api.stopsRed("enrichment-before-query"));
        try (LiveStream stream = new LiveStream("?workflow=" + workflow)) {
            fire("enrichment-before-query", "");
            String run = fire(TRIGGER, "");

            assertThat(stream.untilEnd()).allSatisfy(it -> assertThat(it.data()).containsEntry("runId", run));
        }
        admin().delete(BASE + "/workflows/" + other).then().statusCode(204);
    }

    @Test
    void branches_name_the_run_that_sent_them_off() throws Exception {
        Api.draw(
                TRIGGER,
                Api.graph(
                        TRIGGER,
                        Api.node(2, "logic", "concurrent-task", new Fields(), 3),
                        Api.node(3, "action", "push-zmq", new Fields(), 0)));
        try (LiveStream stream = new LiveStream("?trigger=" + TRIGGER)) {
            String run = fire(TRIGGER, "");

            List<Event> events = new ArrayList<>(stream.untilEnd());
            events.addAll(stream.untilEnd());

            assertThat(events)
                    .filteredOn(it -> it.name().equals("run"))
                    .extracting(it -> it.data().get("parentId"))
                    .containsExactlyInAnyOrder(null, run);
        }
    }

    @Test
    void a_reader_that_does_not_read_holds_nobody_up_and_is_told_that_it_missed_something() throws Exception {
        Api.draw(
                TRIGGER,
                Api.graph(
                        TRIGGER, Api.node(2, "action", "stop-execution", Fields.of("message", "x".repeat(50_000)), 0)));
        try (Socket lazy = new Socket()) {
            lazy.setReceiveBufferSize(10_000);
            lazy.connect(new InetSocketAddress(live.getHost(), live.getPort()));
            lazy.getOutputStream()
                    .write(("GET " + live.getPath()
                                    + " HTTP/1.1\r\nHost: x\r\nAuthorization: test-key-of-the-house\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(lazy.getInputStream(), StandardCharsets.UTF_8), 1_000);
            readTo(lines, ":");

            double before = skipped();
            for (int runs = 0; runs % 20 != 0 || skipped() == before; runs++) {
                assertThat(runs).as("runs told to one who does not read").isLessThan(1_000);
                fire(TRIGGER, "");
            }
            while (!readTo(lines, "event:end", "event:skipped").equals("event:skipped")) {
                fire(TRIGGER, "");
            }
            assertThat(readTo(lines, "data:")).matches("data: ?\\{\"events\":[1-9][0-9]*}");
        }
        await().until(() -> metric("sluice_live_readers ") == 0);
    }

    private static String readTo(BufferedReader lines, String... beginnings) throws IOException {
        while (true) {
            String line = lines.readLine();
            assertThat(line).isNotNull();
            if (Stream.of(beginnings).anyMatch(line::startsWith)) {
                return line;
            }
        }
    }

    private static double skipped() {
        return metric("sluice_live_skipped_total ");
    }

    private static double metric(String name) {
        return admin().get("/q/metrics")
                .asString()
                .lines()
                .filter(it -> it.startsWith(name))
                .mapToDouble(it -> Double.parseDouble(it.substring(name.length())))
                .sum();
    }

    @Test
    void it_is_closed_without_a_key() {
        io.restassured.RestAssured.given().get(live).then().statusCode(401);
    }
}
