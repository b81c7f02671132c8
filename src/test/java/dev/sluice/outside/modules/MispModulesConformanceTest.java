package dev.sluice.outside.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.fake.FakeMispModules;
import dev.sluice.fake.RecordedMispModules;
import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Modules;
import dev.sluice.module.Occasion;
import dev.sluice.module.Settings;
import dev.sluice.module.Step;
import dev.sluice.module.Templates;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Filter;
import dev.sluice.payload.Json;
import dev.sluice.payload.Payload;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the original asked of misp-modules, and what it made of the answers. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MispModulesConformanceTest {
    private static final Set<String> OURS =
            Set.of("attach-enrichment", "testaction", "oracle_action", "oracle_action_blocking");

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    static Stream<Arguments> cases() {
        Map<String, Object> file = Conformance.file("action-modules");
        return Conformance.cases("action-modules")
                .filter(it -> OURS.contains(it.get("module")))
                .map(it -> Arguments.of(it.get("id"), it, Recorded.input(file, it)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void asks_and_answers_as_the_original_did(String id, Map<String, Object> recorded, Map<String, Object> data) {
        FakeMispModules service = RecordedMispModules.service();
        service.questions().clear();
        Map<String, Object> input = Recorded.map(Json.parse(Json.write(data)));
        Action action =
                (Action) modules.find("action", (String) recorded.get("module")).orElseThrow();
        Visit visit = new Visit(
                new Payload(data),
                Settings.of(action.spec(), Recorded.map(recorded.get("indexed_params")), templates),
                Filter.of(recorded.get("saved_filters")),
                new Occasion("", 7, "wf under test", "event-publish", 0),
                Effects.real());

        Step step = action.act(visit).await().atMost(Duration.ofSeconds(10));

        assertThat(step instanceof Step.GoOn).isEqualTo(recorded.get("returned"));
        assertThat(step instanceof Step.Stop stop ? stop.reasons() : List.of()).isEqualTo(recorded.get("errors"));
        Recorded.assertRoamingOut(recorded, recorded.get("roaming_out"), input, data);
        List<Map<String, Object>> expected = expected(recorded, input);
        List<Map<String, Object>> asked =
                service.questions().stream().map(it -> without(it, "timeout")).toList();
        assertThat(asked).hasSameSizeAs(expected);
        assertThat(expected).allSatisfy(question -> assertThat(asked)
                .as("%s", Json.write(question))
                .anyMatch(it -> Conformance.same(question, it)));
    }

    /** Templates are rendered here, and of the acting user nothing is known but that it is the system. */
    private static List<Map<String, Object>> expected(Map<String, Object> recorded, Map<String, Object> data) {
        return ((List<?>) Recorded.map(recorded.get("effects")).getOrDefault("http", List.of()))
                .stream()
                        .map(it -> Recorded.map(
                                Recorded.map(Recorded.map(it).get("body")).get("json")))
                        .filter(it -> !"jinja_template_rendering".equals(it.get("module")))
                        .map(it -> filled(it, data))
                        .toList();
    }

    private static Map<String, Object> filled(Map<String, Object> question, Map<String, Object> data) {
        Fields filled = new Fields();
        question.forEach((key, value) -> filled.put(
                key,
                switch (key) {
                    case "user" ->
                        Fields.of("id", 0L, "email", Recorded.map(value).get("email"));
                    case "matchingData" -> filled(Recorded.map(value), data);
                    default -> "@roaming_in".equals(value) ? data : value;
                }));
        return filled;
    }

    private static Map<String, Object> without(Map<String, Object> question, String key) {
        Fields rest = Fields.copyOf(question);
        rest.remove(key);
        return rest;
    }
}
