package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.sluice.fake.Python;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A Python file dropped into the folder of a program that runs. */
@QuarkusTest
@EnabledIf(value = Python.IS_THERE, disabledReason = Python.MISSING)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomModulesTest {
    @ConfigProperty(name = "sluice.data.dir")
    Path data;

    @Test
    void it_is_listed_switched_off_runs_by_itself_and_goes_with_its_file() throws IOException {
        Path folder = Files.createDirectories(data.resolve("modules/action"));
        Path file = Files.writeString(
                folder.resolve("dropped_gate.py"),
                """
                import json
                moduleinfo = {'module-type': ['action'], 'description': 'Says no'}
                moduleconfig = {'blocking': True, 'params': {'who': {'type': 'string', 'value': 'me'}}}
                def handler(q=False):
                    return {'error': 'Not for %s.' % json.loads(q)['params']['who']}
                """);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        admin().get(BASE + "/modules?origin=custom").then().body("id", hasItem("dropped_gate")));
        admin().get(BASE + "/modules/action/dropped_gate")
                .then()
                .statusCode(200)
                .body("origin", equalTo("custom"))
                .body("enabled", is(false))
                .body("blocking", is(true))
                .body("params.id", contains("who"));

        admin().body("{\"enabled\":true}")
                .patch(BASE + "/modules/action/dropped_gate")
                .then()
                .statusCode(200)
                .body("enabled", is(true));
        admin().body("{\"data\":{},\"params\":{\"who\":\"you\"}}")
                .post(BASE + "/modules/action/dropped_gate/executions")
                .then()
                .body("success", is(false))
                .body("errors", contains("Not for you."));

        Files.delete(file);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        admin().get(BASE + "/modules?origin=custom").then().body("id", not(hasItem("dropped_gate"))));
    }
}
