package dev.sluice.http;

import static dev.sluice.http.Api.BASE;
import static dev.sluice.http.Api.admin;
import static dev.sluice.http.Api.graph;
import static dev.sluice.http.Api.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.sluice.fake.FakeMispModules;
import dev.sluice.outside.misp.SeededMisp;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Nodes that query Enrichment modules ask the workflow of {@code enrichment-before-query} first, as MISP does. */
@QuarkusTest
@WithTestResource(SeededMisp.class)
@WithTestResource(EnrichmentBeforeQueryTest.Service.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnrichmentBeforeQueryTest {
    private static final String TRIGGER = "enrichment-before-query";

    /** An Enrichment service with the modules {@code dns} and {@code whois}. */
    public static class Service implements QuarkusTestResourceLifecycleManager {
        private static FakeMispModules modules;

        @Override
        public Map<String, String> start() {
            modules = new FakeMispModules()
                    .lists(List.of(module("dns"), module("whois")))
                    .answers(it -> Json.parse("{\"results\":[{\"types\":[\"text\"],\"values\":[\"found\"]}]}"));
            return Map.of("sluice.modules.enrichment.url", modules.url());
        }

        private static Object module(String name) {
            return Json.parse("{\"name\":\"" + name + "\",\"type\":\"expansion\",\"mispattributes\":{\"input\":"
                    + "[\"domain\"],\"output\":[\"text\"]},\"meta\":{\"module-type\":[\"expansion\"]}}");
        }

        @Override
        public void stop() {
            if (modules != null) {
                modules.close();
            }
        }
    }

    private final String from = Instant.now().toString();

    @BeforeEach
    void seed() {
        SeededMisp.again();
        Service.modules.questions().clear();
        enable(true);
        await().untilAsserted(() -> admin().get(BASE + "/modules/options/attach-enrichment/modules")
                .then()
                .body("options.value", contains("dns", "whois")));
        Api.draw("event-publish", attaching("event-publish", "dns", "whois"));
    }

    @AfterEach
    void quiet() {
        Api.clear(TRIGGER);
        enable(false);
    }

    @Test
    void a_query_that_a_workflow_forbids_is_not_sent_and_the_node_says_why() {
        Api.draw(TRIGGER, stopping("_module", "dns"));

        publish()
                .body("proceed", equalTo(true))
                .body("nodes[0].result", equalTo("failed"))
                .body(
                        "nodes[0].errors",
                        hasItems(
                                equalTo("Trigger `enrichment-before-query` blocked enrichment by dns."),
                                containsString("not today")));
        assertThat(asked()).containsExactlyInAnyOrder("whois known.example", "whois other.example");
        await().untilAsserted(() -> runs().body("items.outcome", hasItem("blocked")));
    }

    @Test
    void a_workflow_that_allows_it_changes_nothing() {
        Api.draw(TRIGGER, stopping("_module", "shodan"));

        publish().body("nodes[0].result", equalTo("continued"));
        assertThat(asked())
                .containsExactlyInAnyOrder(
                        "dns known.example", "dns other.example", "whois known.example", "whois other.example");
    }

    @Test
    void where_nobody_listens_nothing_is_run_nor_noted() {
        publish().body("nodes[0].result", equalTo("continued"));

        assertThat(asked()).hasSize(4);
        await().untilAsserted(() -> admin().get(BASE + "/runs?trigger=event-publish&from=" + from)
                .then()
                .body("total", equalTo(1)));
        runs().body("total", equalTo(0));
    }

    @Test
    void enriching_an_event_leaves_out_the_attributes_that_are_forbidden() {
        Api.draw(TRIGGER, stopping("Event._AttributeFlattened.{n}.value", "known.example"));
        Api.draw(
                "event-publish",
                graph("event-publish", node(2, "action", "enrich-event", Fields.of("modules", "dns"), 0)));

        publish().body("nodes[0].result", equalTo("continued"));
        assertThat(asked()).containsExactly("dns other.example");
    }

    @Test
    void a_workflow_that_would_ask_itself_ends() {
        Api.draw(TRIGGER, attaching(TRIGGER, "dns"));

        publish().body("nodes[0].result", equalTo("continued"));
        await().untilAsserted(
                        () -> runs().body("items.reasons.flatten()", hasItem(containsString("Refused as a loop"))));
    }

    private static ValidatableResponse publish() {
        Object event = Json.parse("{\"Event\":{\"id\":\"1\",\"uuid\":\"55555555-0000-4000-8000-000000000001\","
                + "\"Attribute\":[{\"id\":\"12\",\"uuid\":\"66666666-0000-4000-8000-000000000012\",\"type\":\"domain\","
                + "\"value\":\"known.example\"},{\"id\":\"19\",\"type\":\"domain\",\"value\":\"other.example\"}]}}");
        return admin().body(Json.write(event))
                .post(BASE + "/triggers/event-publish/runs")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse runs() {
        return admin().get(BASE + "/runs?trigger=" + TRIGGER + "&from=" + from).then();
    }

    private static List<String> asked() {
        return Service.modules.questions().stream()
                .map(it -> it.get("module") + " " + it.get("domain"))
                .toList();
    }

    private static Map<String, Object> attaching(String trigger, String... modules) {
        return graph(trigger, node(2, "action", "attach-enrichment", Fields.of("modules", List.of(modules)), 0));
    }

    private static Map<String, Object> stopping(String path, String value) {
        return graph(
                TRIGGER,
                node(2, "logic", "generic-if", Fields.of("value", value, "operator", "in", "hash_path", path), 3),
                node(3, "action", "stop-execution", Fields.of("message", "not today"), 0));
    }

    private static void enable(boolean enabled) {
        for (String module : List.of("attach-enrichment", "enrich-event")) {
            admin().body("{\"enabled\":" + enabled + "}")
                    .patch(BASE + "/modules/action/" + module)
                    .then()
                    .statusCode(200);
        }
    }
}
