package dev.sluice.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.conformance.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HashPathConformanceTest {
    private static final Map<String, Object> FILE = Conformance.file("hash-extract");

    static Stream<Arguments> cases() {
        return Conformance.cases("hash-extract").map(it -> Arguments.of(it.get("id"), it));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void paths_find_and_change_what_they_do_in_the_original(String id, Map<String, Object> recorded) {
        if (recorded.containsKey("exception")) {
            assertThatThrownBy(() -> answer(recorded)).isInstanceOf(PayloadException.class);
            return;
        }
        Object data = data(recorded);
        String before = Json.write(data);

        Object answer = answer(recorded);

        assertThat(Conformance.same(answer, recorded.get("expected")))
                .as("%s %s answers %s", recorded.get("fn"), recorded.get("path"), Json.write(answer))
                .isTrue();
        assertThat(Json.write(data)).isEqualTo(before);
    }

    private static Object answer(Map<String, Object> recorded) {
        Object data = data(recorded);
        HashPath path = HashPath.of(recorded.get("path"));
        return switch ((String) recorded.get("fn")) {
            case "extract" -> extract(path, data);
            case "get" -> path.get(data, recorded.get("default"));
            case "insert" -> path.insert(data, recorded.get("values"));
            case "remove" -> path.remove(data);
            case "combine" ->
                HashPath.combine(data, (String) recorded.get("keyPath"), (String) recorded.get("valuePath"), null);
            default -> throw new AssertionError("unknown function in " + recorded.get("id"));
        };
    }

    private static Object extract(HashPath path, Object data) {
        Object found = path.extract(data);
        assertThat(path.values(data)).isEqualTo(PhpArray.values(found));
        List<Object> streamed = new ArrayList<>();
        path.anyMatch(data, value -> {
            streamed.add(value);
            return false;
        });
        assertThat(streamed).isEqualTo(path.values(data));
        return found;
    }

    private static Object data(Map<String, Object> recorded) {
        return recorded.containsKey("data_ref")
                ? ((Map<?, ?>) FILE.get("datasets")).get(recorded.get("data_ref"))
                : recorded.get("data");
    }
}
