package dev.sluice.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.module.Modules;
import dev.sluice.module.Settings;
import dev.sluice.module.Templates;
import dev.sluice.module.WorkflowModule;
import dev.sluice.payload.Json;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a module reads of the parameters that a node stores, against the original. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParametersConformanceTest {
    private static final Map<String, Object> DATASETS =
            Recorded.map(Conformance.file("conditions").get("datasets"));

    @Inject
    Modules modules;

    @Inject
    Templates templates;

    static Stream<Arguments> cases() {
        return Conformance.cases("conditions")
                .filter(it -> it.get("fn").equals("getParamsWithValues"))
                .map(it -> Arguments.of(it.get("id"), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void parameters_count_as_in_the_original(String id, Map<String, Object> recorded) {
        WorkflowModule module = module((String) recorded.get("module"));
        Map<String, Object> stored = Recorded.map(recorded.get("indexed_params"));
        Map<String, Object> effective = Settings.of(module.spec(), stored, templates)
                .effective(Recorded.map(DATASETS.get(recorded.get("roaming_data_ref"))));

        assertThat(Conformance.same(recorded.get("expected"), effective))
                .as("%s should be %s", Json.write(effective), Json.write(recorded.get("expected")))
                .isTrue();
    }

    private WorkflowModule module(String id) {
        return modules.find("logic", id).or(() -> modules.find("action", id)).orElseThrow();
    }
}
