package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConditionConformanceTest {
    private static final Map<String, Object> FILE = Conformance.file("conditions");

    /** Parameters of modules are rendered by the module contract, and recorded in the same file. */
    private static final String ELSEWHERE = "getParamsWithValues";

    static Stream<Arguments> cases() {
        return Conformance.cases("conditions")
                .filter(it -> !it.get("fn").equals(ELSEWHERE))
                .map(it -> Arguments.of(it.get("id"), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void conditions_and_filters_decide_as_in_the_original(String id, Map<String, Object> recorded) {
        if (recorded.containsKey("exception")) {
            assertThatThrownBy(() -> answer(recorded)).isInstanceOf(PayloadException.class);
            return;
        }

        Object answer = answer(recorded);

        assertThat(Conformance.same(answer, recorded.get("expected")))
                .as(
                        "%s answers %s, not %s",
                        recorded.get("fn"), Json.write(answer), Json.write(recorded.get("expected")))
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private static Object answer(Map<String, Object> recorded) {
        return switch ((String) recorded.get("fn")) {
            case "evaluateCondition" ->
                Condition.of(recorded.get("operator"), recorded.get("value")).test(recorded.get("data"));
            case "getItemsMatchingCondition" -> Filter.of(recorded).matching(find(recorded, "items"));
            case "extractData" -> HashPath.of(recorded.get("path")).extract(recorded.get("data"));
            case "getFilters" -> written(Filter.of(recorded.get("saved_filters")));
            case "filtersEnabled" -> Filter.of(recorded.get("saved_filters")).enabled();
            case "roamingGetData" -> DataFilters.view((Map<String, Object>) find(recorded, "data"));
            default -> throw new AssertionError("unknown function in " + recorded.get("id"));
        };
    }

    private static Object written(Filter filter) {
        return Fields.of(
                "selector",
                filter.selector().source(),
                "value",
                filter.condition().value(),
                "operator",
                filter.condition().operator(),
                "path",
                filter.path().source());
    }

    private static Object find(Map<String, Object> recorded, String name) {
        Object reference = recorded.get(name + "_ref");
        return reference == null ? recorded.get(name) : ((Map<?, ?>) FILE.get("datasets")).get(reference);
    }
}
