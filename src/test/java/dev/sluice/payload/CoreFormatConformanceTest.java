package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreFormatConformanceTest {
    /** A payload whose surroundings the original fetched from its database is converted with the triggers. */
    static Stream<Arguments> cases() {
        return Conformance.cases("format")
                .filter(it -> !Boolean.TRUE.equals(it.get("needs_db_lookup")))
                .filter(it -> !"bogus".equals(it.get("scope_argument")))
                .map(it -> Arguments.of(it.get("id"), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void converts_as_the_original_did(String id, Map<String, Object> recorded) {
        Map<String, Object> converted =
                CoreFormat.normalize(Recorded.map(recorded.get("input")), CoreFormat.Parents.UNKNOWN);

        assertThat(Conformance.same(recorded.get("expected"), converted))
                .as("%s: %s should be %s", id, Json.write(converted), Json.write(recorded.get("expected")))
                .isTrue();
    }

    @Test
    void an_attribute_is_one_object_wherever_it_is_listed() {
        Map<String, Object> data = normalized(
                "{'Event':{'Attribute':[{'value':'a'}],'Object':[{'Attribute':[{'value':'b'}]}],'Tag':[{'name':'t'}]}}");

        Map<String, Object> event = Recorded.map(data.get("Event"));
        List<?> flattened = (List<?>) event.get("_AttributeFlattened");
        assertThat(flattened.get(0)).isSameAs(HashPath.parse("Attribute.0").get(event, null));
        assertThat(flattened.get(1))
                .isSameAs(HashPath.parse("Object.0.Attribute.0").get(event, null));
        Recorded.map(flattened.get(1)).put("value", "changed");
        assertThat(HashPath.parse("Object.0.Attribute.0.value").get(event, null))
                .isEqualTo("changed");
    }

    @Test
    void an_attribute_comes_with_the_event_it_was_sent_with() {
        Map<String, Object> data = normalized(
                "{'Attribute':{'id':'5','object_id':'0','value':'v'},'Event':{'id':'1','info':'i'},'Sighting':[]}");

        assertThat(HashPath.parse("Event.info").get(data, null)).isEqualTo("i");
        assertThat(HashPath.parse("Event._AttributeFlattened.0.value").get(data, null))
                .isEqualTo("v");
    }

    @Test
    void an_attribute_of_an_object_stands_in_its_object() {
        Map<String, Object> data = normalized(
                "{'Attribute':{'id':'5','object_id':'7','value':'v'},'Event':{'id':'1'},'Object':{'id':'7','name':'file'}}");

        assertThat(HashPath.parse("Event.Object.0.name").get(data, null)).isEqualTo("file");
        assertThat(HashPath.parse("Event.Object.0.Attribute.0.value").get(data, null))
                .isEqualTo("v");
    }

    @Test
    void an_event_that_is_no_object_is_refused_in_words() {
        assertThatThrownBy(() -> normalized("{'Event':'oops'}"))
                .isInstanceOf(PayloadException.class)
                .hasMessage("`Event` is a text; an object was expected.");
    }

    private static Map<String, Object> normalized(String json) {
        return CoreFormat.normalize(Recorded.map(Json.parse(json.replace('\'', '"'))), CoreFormat.Parents.UNKNOWN);
    }
}
