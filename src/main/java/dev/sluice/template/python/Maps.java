package dev.sluice.template.python;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** Maps of the data, whose keys are strings, and {@link Dict}s alike. */
public final class Maps {
    private static final Object NOTHING = Attributed.MISSING;

    private Maps() {}

    /** The value, or {@link Attributed#MISSING}. */
    @SuppressWarnings("unchecked")
    public static Object get(Map<?, ?> map, Object key) {
        if (map instanceof Dict dict) {
            return dict.getOrDefault(key, NOTHING);
        }
        String name = Text.of(key);
        if (name == null) {
            Keys.of(key);
            return NOTHING;
        }
        return ((Map<Object, Object>) map).getOrDefault(name, NOTHING);
    }

    /** What {@code dict(other)} takes: a map, or pairs. */
    public static void putAll(Rendering rendering, Dict map, Object other) {
        DictMethods.putAll(rendering, map, other);
    }

    static boolean has(Map<?, ?> map, Object key) {
        return get(map, key) != NOTHING;
    }

    /** The entries; refuses to go on when the map grew or shrank meanwhile. */
    static <T> Iterator<T> entries(
            Rendering rendering, Map<?, ?> map, java.util.function.Function<Map.Entry<?, ?>, T> view) {
        Map<?, ?> now = rendering.now(map);
        int size = now.size();
        Iterator<? extends Map.Entry<?, ?>> entries = now.entrySet().iterator();
        return new Iterator<>() {
            private int left = size;

            @Override
            public boolean hasNext() {
                if (rendering.now(map).size() != size) {
                    throw new ValueException("dictionary changed size during iteration");
                }
                return left > 0;
            }

            @Override
            public T next() {
                if (left-- == 0) {
                    throw new NoSuchElementException();
                }
                try {
                    return view.apply(entries.next());
                } catch (ConcurrentModificationException e) {
                    throw new ValueException("dictionary keys changed during iteration");
                }
            }
        };
    }
}
