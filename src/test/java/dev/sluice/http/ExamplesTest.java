package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.sluice.payload.Json;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The worked examples do what their README says, by the very lines that it gives to copy. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExamplesTest {
    @TestHTTPResource
    URL server;

    @BeforeEach
    void nothing_listens_yet() {
        Api.clear("event-publish");
        admin().body("{\"enabled\":false}")
                .patch(BASE + "/triggers/event-publish")
                .then()
                .statusCode(200);
    }

    @Test
    void the_lines_of_tlp_red_stop_hold_back_what_is_red() throws Exception {
        List<Map<?, ?>> answers = answers("tlp-red-stop");

        assertThat(answers).hasSize(7);
        assertThat(answers.get(0).get("problems")).isEqualTo(List.of());
        assertThat(answers.get(1).get("enabled")).isEqualTo(true);
        assertThat(answers.subList(2, 5)).extracting("proceed").containsExactly(false, false, true);
        assertThat(answers.get(2).get("reasons").toString()).contains("(4)", "The event is tagged tlp:red");
        assertThat(answers.get(3).get("reasons").toString()).contains("(5)", "An attribute is tagged tlp:red");
        assertThat(answers.get(5)).extracting("proceed", "dryRun").containsExactly(false, true);
        assertThat((List<?>) answers.get(6).get("items")).isNotEmpty();
    }

    @Test
    void the_lines_of_tlp_white_to_zmq_publish_what_is_white() throws Exception {
        List<Map<?, ?>> answers = answers("tlp-white-to-zmq");

        assertThat(answers).hasSize(5);
        assertThat(answers.subList(2, 5)).extracting("proceed").containsOnly(true);
        assertThat(Json.write(answers.get(2).get("effects")))
                .isEqualTo("[{\"kind\":\"zmq.publish\",\"topic\":\"misp_json_workflow\",\"data\":[\"203.0.113.9\"]}]");
        assertThat(results(answers.get(3))).containsExactly("then", "continued");
        assertThat(answers.get(3).get("effects")).isEqualTo(List.of());
        assertThat(results(answers.get(4))).containsExactly("else");
    }

    @Test
    void misp_gets_an_example_back_as_it_was() {
        for (String name : List.of("tlp-red-stop", "tlp-white-to-zmq")) {
            Api.clear("event-publish");
            String given = example(name + "/workflow.json");
            int id = admin().body(given).post(BASE + "/workflows/import").path("id");

            Map<?, ?> exported =
                    workflow(admin().get(BASE + "/workflows/" + id + "/export").asString());

            assertThat(exported.get("data")).isEqualTo(workflow(given).get("data"));
            assertThat(exported.get("uuid")).isEqualTo(workflow(given).get("uuid"));
        }
    }

    @Test
    void an_example_draws_no_remark() {
        for (String name : List.of("tlp-red-stop", "tlp-white-to-zmq")) {
            Map<?, ?> workflow = workflow(example(name + "/workflow.json"));
            admin().body(Json.write(workflow.get("data")))
                    .post(BASE + "/workflows/check")
                    .then()
                    .statusCode(200)
                    .body("acyclic", is(true))
                    .body("problems", empty());
        }
    }

    @Test
    void an_example_works_by_hand_while_its_trigger_is_on() {
        int id = admin().body(example("tlp-red-stop/workflow.json"))
                .post(BASE + "/workflows/import")
                .path("id");
        Api.switchOn("event-publish");

        admin().body(example("tlp-red-stop/event-red-attribute.json"))
                .post(BASE + "/workflows/" + id + "/runs?dryRun=true")
                .then()
                .statusCode(200)
                .body("nodes.result", contains("else", "then", "stopped"))
                .body("proceed", equalTo(false));
    }

    private static Map<?, ?> workflow(String json) {
        return (Map<?, ?>) ((Map<?, ?>) Json.parse(json)).get("Workflow");
    }

    private static List<Object> results(Map<?, ?> run) {
        List<Object> results = new ArrayList<>();
        ((List<?>) run.get("nodes")).forEach(it -> results.add(((Map<?, ?>) it).get("result")));
        return results;
    }

    /** What a person reads who copies the lines of a README one after the other. */
    private List<Map<?, ?>> answers(String name) throws IOException, InterruptedException {
        List<Map<?, ?>> answers = new ArrayList<>();
        for (String line : example(name + "/README.md").lines().toList()) {
            if (line.startsWith("curl ")) {
                answers.add((Map<?, ?>) Json.parse(output(line)));
            }
        }
        return answers;
    }

    private String output(String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", line.replaceFirst("curl", "curl -sS --max-time 30"));
        shell.environment().put("KEY", "test-key-of-the-house");
        shell.environment().put("API", "http://" + server.getHost() + ":" + server.getPort() + BASE);
        shell.environment().put("no_proxy", "*");
        Process process = shell.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).as(line).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", line, output).isZero();
        return output;
    }
}
