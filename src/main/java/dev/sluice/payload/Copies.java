package dev.sluice.payload;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Deep copies in which what was one object is one object still: an attribute reached by two ways is copied once. */
final class Copies {
    private final int most;
    private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
    private int values;

    /** @param most how many values may be copied; with more of them there is no copy at all */
    Copies(int most) {
        this.most = most;
    }

    /** A copy; null where it would get too large. */
    Object of(Object value) {
        Object copy = copy(value);
        return values > most ? null : copy;
    }

    private Object copy(Object value) {
        if (!(value instanceof Map || value instanceof List) || values > most) {
            return value;
        }
        Object known = copies.get(value);
        if (known != null) {
            return known;
        }
        if (value instanceof Map<?, ?> map) {
            values += map.size();
            Fields copy = PhpArray.fields(map).withEach(this::copy);
            copies.put(value, copy);
            return copy;
        }
        List<?> list = (List<?>) value;
        values += list.size();
        List<Object> copy = new ArrayList<>(list.size());
        copies.put(value, copy);
        list.forEach(item -> copy.add(copy(item)));
        return copy;
    }
}
