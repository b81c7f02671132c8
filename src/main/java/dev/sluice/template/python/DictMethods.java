package dev.sluice.template.python;

import java.util.Iterator;
import java.util.Map;

/** The methods of maps; those that change it change a copy when the map is of the data. */
final class DictMethods {
    private static final Object MISSING = Attributed.MISSING;

    static final Functions ALL = new Functions()
            .with("items()", (r, self, given) -> new DictView((Map<?, ?>) self, DictView.Kind.ITEMS))
            .with("keys()", (r, self, given) -> new DictView((Map<?, ?>) self, DictView.Kind.KEYS))
            .with("values()", (r, self, given) -> new DictView((Map<?, ?>) self, DictView.Kind.VALUES))
            .with("get(key, default=None, /)", (r, self, given) -> {
                Object value = Maps.get(r.now((Map<?, ?>) self), given[0]);
                return value == MISSING ? given[1] : value;
            })
            .with("copy()", (r, self, given) -> {
                Map<?, ?> now = r.now((Map<?, ?>) self);
                r.elements(now.size());
                return Dict.copyOf(now);
            })
            .with("update(other=?, /, **kwargs)", changing((r, map, given) -> {
                if (given[0] != MISSING) {
                    putAll(r, map, given[0]);
                }
                putAll(r, map, given[1]);
                return null;
            }))
            .with("setdefault(key, default=None, /)", (r, self, given) -> {
                Object value = Maps.get(r.now((Map<?, ?>) self), given[0]);
                if (value == MISSING) {
                    r.elements(1);
                    r.changeable((Map<?, ?>) self).put(given[0], given[1]);
                    return given[1];
                }
                return value;
            })
            .with("pop(key, default=?, /)", (r, self, given) -> {
                Object value = Maps.get(r.now((Map<?, ?>) self), given[0]);
                if (value != MISSING) {
                    return r.changeable((Map<?, ?>) self).remove(given[0]);
                }
                if (given[1] == MISSING) {
                    throw new ValueException("There is no key " + Print.repr(r, given[0]) + " to pop.");
                }
                return given[1];
            })
            .with("popitem()", changing((r, map, given) -> {
                Object last = MISSING;
                for (Object key : map.keySet()) {
                    r.tick();
                    last = key;
                }
                if (last == MISSING) {
                    throw new ValueException("popitem(): dictionary is empty");
                }
                return new Tuple(last, map.remove(last));
            }))
            .with("clear()", changing((r, map, given) -> {
                map.clear();
                return null;
            }))
            .with("fromkeys(iterable, value=None, /)", (r, self, given) -> fromKeys(r, given[0], given[1]));

    @FunctionalInterface
    private interface OnMap {
        Object apply(Rendering rendering, Dict map, Object[] given);
    }

    private DictMethods() {}

    private static Function.Body changing(OnMap body) {
        return (rendering, self, given) -> body.apply(rendering, rendering.changeable((Map<?, ?>) self), given);
    }

    static Dict fromKeys(Rendering rendering, Object keys, Object value) {
        Dict map = new Dict();
        for (Iterator<Object> elements = Access.iterate(rendering, keys); elements.hasNext(); ) {
            rendering.elements(1);
            map.put(elements.next(), value);
        }
        return map;
    }

    /** What {@code dict(other)} and {@code update(other)} take: a map, or pairs. */
    static void putAll(Rendering rendering, Dict map, Object other) {
        if (other instanceof Map<?, ?> source) {
            Map<?, ?> now = rendering.now(source);
            rendering.elements(now.size());
            if (now != map) {
                now.forEach(map::put);
            }
            return;
        }
        if (other instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        int i = 0;
        for (Iterator<Object> pairs = Access.iterate(rendering, other); pairs.hasNext(); i++) {
            rendering.elements(1);
            pair(rendering, map, pairs.next(), i);
        }
    }

    private static void pair(Rendering rendering, Dict map, Object pair, int number) {
        Iterator<Object> parts = Access.elements(rendering, pair);
        if (parts == null) {
            throw new ValueException("cannot convert dictionary update sequence element #" + number + " to a sequence");
        }
        Object key = parts.hasNext() ? parts.next() : MISSING;
        Object value = parts.hasNext() ? parts.next() : MISSING;
        if (value == MISSING || parts.hasNext()) {
            throw new ValueException(
                    "dictionary update sequence element #" + number + " has not the length 2 that is required");
        }
        map.put(key, value);
    }
}
