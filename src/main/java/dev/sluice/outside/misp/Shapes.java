package dev.sluice.outside.misp;

import dev.sluice.payload.Fields;
import dev.sluice.payload.LooseComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reading MISP's answers: PHP writes an empty map as a list and an id as text or number. */
final class Shapes {
    private Shapes() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : new Fields();
    }

    /** The maps of a list, or of a map with any keys. */
    static List<Map<String, Object>> maps(Object value) {
        Collection<?> items =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        List<Map<String, Object>> maps = new ArrayList<>(items.size());
        items.forEach(it -> {
            if (it instanceof Map) {
                maps.add(map(it));
            }
        });
        return maps;
    }

    /** As {@link #maps}, each item without the envelope ({@code {"Tag":{…}}}) that some versions put around it. */
    static List<Map<String, Object>> maps(Object value, String envelope) {
        return maps(value).stream()
                .map(it -> it.get(envelope) instanceof Map ? map(it.get(envelope)) : it)
                .toList();
    }

    static String text(Object value) {
        return LooseComparison.phpString(value);
    }

    static String text(Map<String, Object> map, String key) {
        return text(map.get(key));
    }

    static boolean isTrue(Object value) {
        return LooseComparison.truthy(value);
    }

    /** What stands under {@code response} where an answer has that around it. */
    static Object response(Object answer) {
        return answer instanceof Map<?, ?> map && map.containsKey("response") ? map.get("response") : answer;
    }
}
