package dev.sluice.template.python;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A map the template made itself and may change. Keys are found as Python finds them ({@code 1}, {@code 1.0} and
 * {@code True} are one key, the first one stays) and kept in the order they came.
 */
public final class Dict extends AbstractMap<Object, Object> {
    private final Map<Object, Entry<Object, Object>> entries = new LinkedHashMap<>();

    public static Dict copyOf(Map<?, ?> source) {
        Dict copy = new Dict();
        source.forEach(copy::put);
        return copy;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        throw new UnsupportedOperationException("python");
    }
}
