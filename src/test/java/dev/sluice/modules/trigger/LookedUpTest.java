package dev.sluice.modules.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Trigger;
import dev.sluice.outside.misp.FakeMisp;
import dev.sluice.outside.misp.Misps;
import dev.sluice.payload.Fields;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.Json;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What triggers ask MISP about the surroundings of what they are told of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LookedUpTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final FakeMisp fake = Misps.seeded();
    private final Sent sent = new Sent(Misps.port(fake, VERTX));

    @AfterEach
    void stop() {
        fake.close();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    static Stream<Arguments> recorded() {
        return Conformance.cases("format")
                .filter(it -> Boolean.TRUE.equals(it.get("needs_db_lookup")))
                .map(it -> Arguments.of(it.get("id"), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recorded")
    void converts_as_the_original_did_with_its_database(String id, Map<String, Object> recorded) {
        Map<String, Object> converted = normalized(new AttributeAfterSave(sent), recorded.get("input"));

        Map<String, Object> expected = Asked.told(recorded.get("expected"));
        assertThat(Conformance.same(expected, converted))
                .as("%s: %s should be %s", id, Json.write(converted), Json.write(expected))
                .isTrue();
    }

    @Test
    void an_event_as_a_whole_is_not_asked_for() {
        normalized(new EventPublish(sent), Fields.of("Event", Fields.of("id", "1"), "Orgc", Fields.of("id", "1")));

        assertThat(fake.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sighting", "Tag", "EventReport", "ShadowAttribute"})
    void what_a_workflow_of_misp_hands_on_is_taken_as_it_is(String part) {
        Map<String, Object> data =
                normalized(trigger(part), Json.parse("{\"Event\":{\"id\":\"1\",\"Attribute\":[{\"value\":\"v\"}]}}"));

        assertThat(HashPath.parse("Event._AttributeFlattened.0.value").get(data, null))
                .isEqualTo("v");
        assertThat(fake.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sighting", "Tag", "EventReport", "ShadowAttribute"})
    void of_an_event_that_misp_does_not_have_nothing_is_shown(String part) {
        Fields about = Fields.of("event_id", "999", "attribute_id", "999", "old_id", "999");
        Map<String, Object> raw = Fields.of(part, about, "_mine", "kept");

        assertThat(normalized(trigger(part), raw))
                .isEqualTo(Fields.of("Event", Fields.of("_AttributeFlattened", List.of()), "_mine", "kept"));
    }

    @Test
    void a_tag_of_an_attribute_brings_that_attribute_along() {
        Map<String, Object> data = normalized(
                trigger("Tag"), Fields.of("Tag", Fields.of("name", "tlp:red", "attribute_id", "11", "event_id", "1")));

        assertThat(HashPath.parse("Event._AttributeFlattened.0.value").get(data, null))
                .isEqualTo("198.51.100.7");
        assertThat(HashPath.parse("Event.info").get(data, null)).isEqualTo("Synthetic event one");
    }

    @ParameterizedTest
    @CsvSource({"Attribute", "Sighting", "Tag", "EventReport", "ShadowAttribute"})
    void a_misp_that_fails_fails_the_call_in_a_sentence(String part) {
        fake.answerInstead(500, "text/html", "<html>");
        Fields about = Fields.of("event_id", "1", "attribute_id", "11", "old_id", "11");

        assertThatThrownBy(() -> normalized(trigger(part), Fields.of(part, about)))
                .hasMessageStartingWith("MISP failed at ")
                .hasMessageEndingWith("(HTTP 500). Look into the logs of MISP.");
    }

    @Test
    void with_no_misp_what_the_payload_holds_counts() {
        Sent alone = new Sent(Misps.port(null, VERTX));

        Map<String, Object> data = normalized(
                new AttributeAfterSave(alone),
                Fields.of(
                        "Attribute",
                        Fields.of("value", "v", "event_id", "1"),
                        "Event",
                        Fields.of("id", "1", "info", "i")));

        assertThat(HashPath.parse("Event.info").get(data, null)).isEqualTo("i");
        assertThat(HashPath.parse("Event._AttributeFlattened.0.value").get(data, null))
                .isEqualTo("v");
    }

    private Trigger trigger(String part) {
        return switch (part) {
            case "Sighting" -> new SightingAfterSave(sent);
            case "Tag" -> new TagAttachedAfterSave(sent);
            case "EventReport" -> new EventReportAfterSave(sent);
            case "ShadowAttribute" -> new ShadowAttributeBeforeSave(sent);
            default -> new AttributeAfterSave(sent);
        };
    }

    private static Map<String, Object> normalized(Trigger trigger, Object input) {
        return trigger.normalize(Recorded.map(Json.parse(Json.write(input))))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
