package dev.sluice.template.python;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

/** What {@code keys()}, {@code values()} and {@code items()} give: a window on the map, not a copy. */
final class DictView {
    enum Kind {
        KEYS("dict_keys", Map.Entry::getKey),
        VALUES("dict_values", Map.Entry::getValue),
        ITEMS("dict_items", entry -> new Tuple(entry.getKey(), entry.getValue()));

        private final String typeName;
        private final Function<Map.Entry<?, ?>, Object> part;

        Kind(String typeName, Function<Map.Entry<?, ?>, Object> part) {
            this.typeName = typeName;
            this.part = part;
        }
    }

    private final Map<?, ?> map;
    private final Kind kind;

    DictView(Map<?, ?> map, Kind kind) {
        this.map = map;
        this.kind = kind;
    }

    String typeName() {
        return kind.typeName;
    }

    Iterator<Object> iterate(Rendering rendering) {
        return Maps.entries(rendering, map, kind.part);
    }

    int size(Rendering rendering) {
        return rendering.now(map).size();
    }

    boolean contains(Rendering rendering, Object item) {
        Map<?, ?> now = rendering.now(map);
        if (kind == Kind.KEYS) {
            return Maps.has(now, item);
        }
        if (kind == Kind.ITEMS) {
            if (!(item instanceof Tuple pair) || pair.size() != 2) {
                return false;
            }
            Object value = Maps.get(now, pair.get(0));
            return value != Attributed.MISSING && Operators.equal(rendering, value, pair.get(1));
        }
        return Membership.among(rendering, iterate(rendering), item);
    }

    /** Keys and items are equal as sets are; values never. */
    boolean equalTo(Rendering rendering, DictView other) {
        if (this == other) {
            return true;
        }
        if (kind == Kind.VALUES || other.kind == Kind.VALUES || size(rendering) != other.size(rendering)) {
            return false;
        }
        for (Iterator<Object> items = iterate(rendering); items.hasNext(); ) {
            if (!other.contains(rendering, items.next())) {
                return false;
            }
        }
        return true;
    }
}
