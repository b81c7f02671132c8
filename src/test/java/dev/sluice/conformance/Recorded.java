package dev.sluice.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import java.util.List;
import java.util.Map;

/** How a recorded case states the data that goes into a module and what has become of it. */
public final class Recorded {
    private Recorded() {}

    /** A fresh copy of the data a case begins with: its own, a named set of its file, or nothing. */
    public static Map<String, Object> input(Map<String, Object> file, Map<String, Object> recorded) {
        Object own = recorded.containsKey("roaming_in_ref")
                ? map(file.get("datasets")).get(recorded.get("roaming_in_ref"))
                : recorded.get("roaming_in");
        return map(Json.parse(Json.write(own)));
    }

    /** An object; PHP writes an empty one as a list. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : new Fields();
    }

    /** Compares the data with what the case says it was afterwards. */
    public static void assertRoamingOut(Map<String, Object> recorded, Map<String, Object> actual) {
        assertRoamingOut(recorded, recorded.get("roaming_out"), map(recorded.get("roaming_in")), actual);
    }

    /** As above, with the data the case began with at hand. */
    public static void assertRoamingOut(
            Map<String, Object> recorded, Object expected, Map<String, Object> input, Map<String, Object> actual) {
        if (expected instanceof Map<?, ?> change && change.containsKey("full")) {
            assertThat(Conformance.same(change.get("full"), actual))
                    .as("%s should be %s", Json.write(actual), Json.write(change.get("full")))
                    .isTrue();
        } else if (expected instanceof Map<?, ?> change && change.get("diff_vs_in") instanceof List<?> diffs) {
            for (Object diff : diffs) {
                assertChange(map(diff), input, actual);
            }
        }
    }

    private static void assertChange(Map<String, Object> diff, Map<String, Object> input, Map<String, Object> actual) {
        Object at = actual;
        List<?> path = (List<?>) diff.get("path");
        for (Object key : path) {
            at = at instanceof List<?> list ? item(list, ((Number) key).intValue()) : map(at).get(key.toString());
        }
        if (diff.containsKey("unset")) {
            assertThat(at).as("%s is gone", path).isNull();
        } else if (!"@roaming_in".equals(diff.get("set"))) {
            assertThat(Conformance.same(diff.get("set"), at))
                    .as("%s is %s, should be %s", path, Json.write(at), Json.write(diff.get("set")))
                    .isTrue();
        } else {
            assertThat(at).as("%s holds the data as it was", path).isNotNull();
        }
    }

    private static Object item(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }
}
