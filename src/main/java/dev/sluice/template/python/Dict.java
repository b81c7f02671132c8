package dev.sluice.template.python;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A map the template made itself and may change. Keys are found as Python finds them ({@code 1}, {@code 1.0} and
 * {@code True} are one key, the first one stays) and kept in the order they came. Every method that takes a key refuses
 * one that cannot be hashed.
 */
public final class Dict extends AbstractMap<Object, Object> {
    private final LinkedHashMap<Object, Entry<Object, Object>> entries = new LinkedHashMap<>();

    public static Dict copyOf(Map<?, ?> source) {
        Dict copy = new Dict();
        source.forEach(copy::put);
        return copy;
    }

    @Override
    public Object get(Object key) {
        Entry<Object, Object> entry = entries.get(Keys.of(key));
        return entry == null ? null : entry.getValue();
    }

    @Override
    public Object getOrDefault(Object key, Object other) {
        Entry<Object, Object> entry = entries.get(Keys.of(key));
        return entry == null ? other : entry.getValue();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(Keys.of(key));
    }

    @Override
    public Object put(Object key, Object value) {
        Object found = Keys.of(key);
        Entry<Object, Object> entry = entries.get(found);
        if (entry != null) {
            return entry.setValue(value);
        }
        entries.put(found, new SimpleEntry<>(key, value));
        return null;
    }

    @Override
    public Object remove(Object key) {
        Entry<Object, Object> entry = entries.remove(Keys.of(key));
        return entry == null ? null : entry.getValue();
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<Object, Object>> iterator() {
                return entries.values().iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }
}
