package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.program.Program;
import dev.sluice.program.Program.Form;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The ways through the program that reflection, resources and names lead through, in each form it is packaged in. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PackagedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource
    void a_run_decides_renders_publishes_and_is_still_there_after_a_kill(Form form) throws Exception {
        assumeThereIs(form);
        Path data = Program.folder("packaged");
        String zmq = "tcp://127.0.0.1:" + free();
        try (Program program = new Program(data, Map.of("SLUICE_ZMQ_ADDRESS", zmq)).as(form);
                ZContext context = new ZContext()) {
            program.start();
            draw(program, "decides", true);
            ZMQ.Socket subscriber = context.createSocket(SocketType.SUB);
            subscriber.subscribe("misp_json_workflow".getBytes(ZMQ.CHARSET));
            subscriber.setReceiveTimeOut((int) PATIENCE.toMillis());
            subscriber.connect(zmq);

            Map<?, ?> run = awaitMessage(program, subscriber);

            assertThat(run.get("proceed")).isEqualTo(false);
            assertThat(String.valueOf(run.get("reasons"))).contains("Stopped: A TEST");
            String id = (String) run.get("runId");
            await().atMost(PATIENCE)
                    .until(() -> program.get("/api/v1/runs/" + id).statusCode() == 200);
            program.kill();
            program.start();
            Map<?, ?> kept = (Map<?, ?>) program.ask("GET", "/api/v1/runs/" + id, null);
            assertThat(kept.get("outcome")).isEqualTo("blocked");
            assertThat((List<?>) kept.get("nodes")).hasSize(2);
        }
    }

    /** Who subscribes hears only what is said after it was let in, so it is said again until it is heard. */
    private static Map<?, ?> awaitMessage(Program program, ZMQ.Socket subscriber) {
        List<Map<?, ?>> runs = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            runs.add((Map<?, ?>)
                    program.ask("POST", "/api/v1/triggers/decides/runs", Fields.of("title", "a test", "n", 1L)));
            byte[] message = subscriber.recv(ZMQ.DONTWAIT);
            if (message != null) {
                heard.add(new String(message, ZMQ.CHARSET));
            }
            return !heard.isEmpty();
        });
        assertThat(heard.get(0)).isEqualTo("misp_json_workflow {\"title\":\"a test\",\"n\":1}");
        return runs.get(runs.size() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void what_nobody_waits_for_is_done(Form form) throws Exception {
        assumeThereIs(form);
        try (Program program = new Program(Program.folder("packaged"), Map.of()).as(form)) {
            program.start();
            draw(program, "later", false);

            Map<?, ?> queued = (Map<?, ?>) program.ask("POST", "/api/v1/triggers/later/runs", Fields.of("title", "b"));

            assertThat(queued.get("status")).isEqualTo("queued");
            await().atMost(PATIENCE)
                    .until(() ->
                            program.get("/api/v1/runs/" + queued.get("runId")).statusCode() == 200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everything_that_can_be_looked_at_can_be_looked_at(Form form) throws Exception {
        assumeThereIs(form);
        try (Program program = new Program(Program.folder("packaged"), Map.of()).as(form)) {
            program.start();
            draw(program, "looked", true);
            program.ask("POST", "/api/v1/keys", Fields.of("name", "one", "role", "viewer"));
            Map<?, ?> document =
                    (Map<?, ?>) Json.parse(program.get("/q/openapi?format=json").body());

            List<String> looked = new ArrayList<>();
            for (Map.Entry<?, ?> path : ((Map<?, ?>) document.get("paths")).entrySet()) {
                String address = (String) path.getKey();
                if (((Map<?, ?>) path.getValue()).containsKey("get")
                        && !address.contains("{")
                        && !address.endsWith("/live")) {
                    assertThat(program.get(address).statusCode()).as(address).isIn(200, 204);
                    looked.add(address);
                }
            }
            assertThat(looked).hasSizeGreaterThan(15);
            for (String page : List.of("/", "/favicon.svg", "/q/swagger-ui/", "/q/metrics", "/q/health")) {
                assertThat(program.get(page).statusCode()).as(page).isEqualTo(200);
            }
            assertThat(program.get("/api/v1/blueprints").body()).contains("Normalise TLP and PAP tags");
        }
    }

    private static void draw(Program program, String trigger, boolean blocking) {
        program.ask("POST", "/api/v1/triggers", Fields.of("id", trigger, "name", trigger, "blocking", blocking));
        String graph =
                """
            {"1": {"id": 1, "name": "%1$s", "data": {"id": "%1$s", "module_type": "trigger", "indexed_params": {}},
              "inputs": {}, "outputs": {"output_1": {"connections": [{"node": "2", "output": "input_1"}]}},
              "pos_x": 0, "pos_y": 0},
             "2": {"id": 2, "name": "push-zmq", "data": {"id": "push-zmq", "module_type": "action", "indexed_params": {}},
              "inputs": {"input_1": {"connections": [{"node": "1", "input": "output_1"}]}},
              "outputs": {"output_1": {"connections": [{"node": "3", "output": "input_1"}]}}, "pos_x": 300, "pos_y": 0},
             "3": {"id": 3, "name": "stop-execution", "data": {"id": "stop-execution", "module_type": "action",
              "indexed_params": {"message": "Stopped: {{ title | upper }}"}},
              "inputs": {"input_1": {"connections": [{"node": "2", "input": "output_1"}]}}, "outputs": {},
              "pos_x": 600, "pos_y": 0}}"""
                        .formatted(trigger);
        program.ask("POST", "/api/v1/workflows", Fields.of("trigger", trigger, "graph", Json.parse(graph)));
        program.ask("PATCH", "/api/v1/triggers/" + trigger, Fields.of("enabled", true));
        program.ask("PATCH", "/api/v1/modules/action/push-zmq", Fields.of("enabled", true));
    }

    private static void assumeThereIs(Form form) throws IOException {
        assumeTrue(
                form == Form.JAR || Form.file().isPresent(),
                "no native file: it needs native-image (GraalVM 25), and ./mvnw verify -Dnative");
        assumeTrue(Files.isDirectory(Path.of("target")), "nothing is packaged");
    }

    private static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
