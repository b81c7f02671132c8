package dev.sluice.modules.action;

import static dev.sluice.modules.action.Sink.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.module.Modules;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.modules.Visits;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SplunkHecExportTest {
    private static final String PATH = "/services/collector/event";

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    private Sink splunk;
    private SplunkHecExport module;

    @BeforeEach
    void listen() {
        splunk = new Sink();
        module = (SplunkHecExport) modules.find("action", "splunk-hec-export").orElseThrow();
    }

    @AfterEach
    void close() {
        splunk.close();
    }

    @Test
    void the_whole_data_is_one_event_under_the_token() {
        assertThat(call("source_type", "misp:event")).isInstanceOf(Step.GoOn.class);

        assertThat(splunk.sent().getUrl()).isEqualTo(PATH);
        assertThat(splunk.sent().getHeader("Authorization")).isEqualTo("Splunk tok");
        assertThat(splunk.body()).isEqualTo(Fields.of("event", data(), "sourcetype", "misp:event"));
    }

    @Test
    void without_a_source_type_splunk_chooses_it() {
        call();

        assertThat(splunk.body()).isEqualTo(Fields.of("event", data()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true"})
    void each_attribute_can_be_an_event_beside_the_event_without_attributes(String on) {
        call("event_per_attribute", Json.parse(on));

        Fields event = Fields.of("id", "1", "info", "x");
        assertThat(splunk.sent().getBodyAsString())
                .isEqualTo(Json.write(Fields.of("event", Fields.of("Attribute", attribute("1", "a"), "Event", event)))
                        + Json.write(Fields.of("event", Fields.of("Attribute", attribute("2", "b"), "Event", event))));
    }

    @Test
    void a_model_picks_fields_and_unpacks_single_values() {
        call(
                "data_extraction_model",
                "{\"info\":\"Event.info\",\"values\":\"Event.Attribute.{n}.value\",\"none\":\"Event.nosuch\"}");

        assertThat(splunk.body())
                .isEqualTo(Fields.of("event", Fields.of("info", "x", "values", List.of("a", "b"), "none", List.of())));
    }

    @Test
    void a_model_reads_each_attribute_and_its_event() {
        call("event_per_attribute", "1", "data_extraction_model", "{\"v\":\"Attribute.value\",\"i\":\"Event.info\"}");

        assertThat(splunk.sent().getBodyAsString())
                .isEqualTo("{\"event\":{\"v\":\"a\",\"i\":\"x\"}}{\"event\":{\"v\":\"b\",\"i\":\"x\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[\"Event.info\"]", "7", "{\"a\":[1]}"})
    void a_model_that_cannot_be_read_stops_with_a_sentence(String model) {
        assertThat(reasons(call("data_extraction_model", model)))
                .singleElement()
                .asString()
                .startsWith("The data extraction model ")
                .doesNotContain("Exception");
        splunk.assertNothingSent();
    }

    @Test
    void many_attributes_go_out_in_requests_that_every_splunk_takes() {
        List<Object> attributes = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            attributes.add(attribute(String.valueOf(i), "v".repeat(1_000)));
        }
        Map<String, Object> data = Fields.of("Event", Fields.of("id", "1", "Attribute", attributes));

        assertThat(call(data, "event_per_attribute", "1")).isInstanceOf(Step.GoOn.class);

        assertThat(splunk.all()).hasSizeBetween(4, 6).allSatisfy(it -> assertThat(it.getBody())
                .hasSizeLessThanOrEqualTo(512 * 1024));
        assertThat(splunk.all().stream()
                        .mapToInt(it -> it.getBodyAsString().split("\\{\"event\":", -1).length - 1)
                        .sum())
                .isEqualTo(2_000);
    }

    @Test
    void after_a_refused_request_no_other_is_sent() {
        splunk.answers(503, "{\"text\":\"Server is busy\",\"code\":9}");
        List<Object> attributes = List.of(attribute("1", "v".repeat(600_000)), attribute("2", "v".repeat(600_000)));
        Map<String, Object> data = Fields.of("Event", Fields.of("id", "1", "Attribute", attributes));

        assertThat(reasons(call(data, "event_per_attribute", "1")))
                .containsExactly("Something went wrong with the request or the remote side is having issues. Body"
                        + " returned: {\"text\":\"Server is busy\",\"code\":9}");
        assertThat(splunk.all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Event\":{\"id\":\"1\"}}", "{\"Event\":{\"Attribute\":[]}}", "{\"Event\":7}"})
    void without_attributes_there_is_nothing_to_send(String data) {
        @SuppressWarnings("unchecked")
        Map<String, Object> parsed = (Map<String, Object>) Json.parse(data);

        assertThat(call(parsed, "event_per_attribute", "1")).isInstanceOf(Step.GoOn.class);
        splunk.assertNothingSent();
    }

    @Test
    void what_is_missing_is_told() {
        assertThat(reasons(call("url", " "))).containsExactly("URL not provided.");
        assertThat(reasons(call("hec_token", ""))).containsExactly("Authorization token not provided.");
        splunk.assertNothingSent();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_token_splunk_does_not_know_is_told(int status) {
        splunk.answers(status, "{\"text\":\"Invalid token\",\"code\":4}");

        assertThat(reasons(call())).containsExactly("Authentication failed.");
    }

    @Test
    void a_certificate_is_verified_unless_that_is_switched_off() {
        assertThat(reasons(call("url", splunk.httpsUrl(PATH))))
                .singleElement()
                .asString()
                .contains("not trusted");
        splunk.assertNothingSent();

        assertThat(call("url", splunk.httpsUrl(PATH), "verify_tls", "0")).isInstanceOf(Step.GoOn.class);
        assertThat(splunk.all()).hasSize(1);
    }

    @Test
    void a_dry_run_records_the_events_but_not_the_token() {
        Visit visit =
                Visits.dry(module, templates, Fields.of("url", splunk.url(PATH), "hec_token", "tok-secret"), data());

        assertThat(Sink.step(module, visit)).isInstanceOf(Step.GoOn.class);

        splunk.assertNothingSent();
        assertThat(Json.write(visit.effects().recorded()))
                .contains("***", "_AttributeFlattened")
                .doesNotContain("tok-secret");
    }

    private Step call(Object... params) {
        return call(data(), params);
    }

    private Step call(Map<String, Object> data, Object... params) {
        Fields all = Fields.of("url", splunk.url(PATH), "hec_token", "tok");
        all.putAll(Fields.of(params));
        return Sink.step(module, Visits.real(module, templates, all, data));
    }

    private static Map<String, Object> data() {
        List<Object> attributes = List.of(attribute("1", "a"), attribute("2", "b"));
        return Fields.of(
                "Event", Fields.of("id", "1", "info", "x", "Attribute", attributes, "_AttributeFlattened", attributes));
    }

    private static Fields attribute(String id, String value) {
        return Fields.of("id", id, "value", value);
    }
}
