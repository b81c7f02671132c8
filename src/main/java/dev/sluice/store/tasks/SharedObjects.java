package dev.sluice.store.tasks;

import dev.sluice.payload.Fields;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Data in which an object stands in several places, as JSON can tell it: such objects are listed apart, and where they stood
 * is a mark with their number.
 */
final class SharedObjects {
    /** No key of what a platform sends. */
    private static final String MARK = "\u0000shared";

    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();
    private final Map<String, Object> data;

    private SharedObjects(Map<String, Object> data) {
        this.data = data;
        look(data);
    }

    static SharedObjects of(Map<String, Object> data) {
        return new SharedObjects(data);
    }

    private void look(Object value) {
        if (value instanceof Map<?, ?> map) {
            if (seen.put(map, true) != null) {
                numbers.putIfAbsent(map, numbers.size());
                return;
            }
            map.values().forEach(this::look);
        } else if (value instanceof List<?> list) {
            list.forEach(this::look);
        }
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The data with marks, and what they stand for. */
    Map<String, Object> whole() {
        Object[] shared = new Object[numbers.size()];
        numbers.forEach((object, number) -> shared[number] = marked(object, true));
        return Fields.of("data", marked(data, false), "shared", List.of(shared));
    }

    private Object marked(Object value, boolean itself) {
        if (value instanceof Map<?, ?> map) {
            Integer number = itself ? null : numbers.get(map);
            if (number != null) {
                return Fields.of(MARK, (long) number);
            }
            Fields copy = new Fields();
            map.forEach((key, item) -> copy.put((String) key, marked(item, false)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(it -> copy.add(marked(it, false)));
            return copy;
        }
        return value;
    }

    /** The data again, with each object in all its places. */
    @SuppressWarnings("unchecked") // as whole() made it
    static Map<String, Object> join(Map<String, Object> whole) {
        List<Object> shared = (List<Object>) whole.get("shared");
        shared.forEach(it -> join(it, shared));
        return (Map<String, Object>) join(whole.get("data"), shared);
    }

    @SuppressWarnings("unchecked") // what was parsed
    private static Object join(Object value, List<Object> shared) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get(MARK) instanceof Long number && number >= 0 && number < shared.size()) {
                return shared.get(number.intValue());
            }
            ((Map<String, Object>) map).replaceAll((key, item) -> join(item, shared));
        } else if (value instanceof List<?> list) {
            ((List<Object>) list).replaceAll(it -> join(it, shared));
        }
        return value;
    }
}
