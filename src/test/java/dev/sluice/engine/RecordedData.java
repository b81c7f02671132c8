package dev.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conformance.Conformance;
import dev.sluice.conformance.Recorded;
import dev.sluice.payload.Json;
import java.util.List;
import java.util.Map;

/** What a recorded run left of its data, the whole of it. */
final class RecordedData {
    private RecordedData() {}

    /**
     * Compares it with what is left here, two things set aside: filters are views here, so none is seen in the data (D3);
     * and where all were reset the original has lost what enrichment attached behind the first one (D2).
     */
    static void assertLeft(Map<String, Object> recorded, Map<String, Object> before, Map<String, Object> data) {
        Map<String, Object> expected = Recorded.map(recorded.get("expected"));
        Map<String, Object> there = copy(before);
        if (expected.get("final_roaming_data") instanceof Map<?, ?> change) {
            ((List<?>) change.get("diff_vs_in")).forEach(it -> apply(Recorded.map(it), there));
        } else {
            assertThat(expected.get("final_roaming_data")).isEqualTo("unchanged");
        }
        Map<String, Object> here = copy(data);
        List.of(there, here).forEach(it -> it.remove("enabledFilters"));
        if (isReset(expected)) {
            forgetEnrichment(here);
        }
        assertThat(Conformance.same(there, here))
                .as("%s should be %s", Json.write(here), Json.write(there))
                .isTrue();
    }

    private static boolean isReset(Map<String, Object> expected) {
        return ((List<?>) expected.get("executed")).stream().anyMatch(it -> "generic-filter-reset"
                .equals(Recorded.map(it).get("module")));
    }

    private static void forgetEnrichment(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.remove("enrichment");
            map.values().forEach(RecordedData::forgetEnrichment);
        } else if (value instanceof List<?> list) {
            list.forEach(RecordedData::forgetEnrichment);
        }
    }

    private static void apply(Map<String, Object> diff, Map<String, Object> data) {
        List<?> path = (List<?>) diff.get("path");
        Object at = data;
        for (Object key : path.subList(0, path.size() - 1)) {
            at = at instanceof List<?> list
                    ? list.get(((Number) key).intValue())
                    : Recorded.map(at).get(key);
        }
        Map<String, Object> owner = Recorded.map(at);
        String key = (String) path.get(path.size() - 1);
        if (diff.containsKey("unset")) {
            owner.remove(key);
        } else {
            owner.put(key, diff.get("set"));
        }
    }

    private static Map<String, Object> copy(Map<String, Object> data) {
        return Recorded.map(Json.parse(Json.write(data)));
    }
}
