package dev.sluice.template.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys of maps and elements of sets: one Java object, equal and hashed as Java does it, for all that Python finds equal. */
public final class Keys {
    private static final int DEEPEST = 100;

    private record TupleKey(List<Object> items) {}

    private Keys() {}

    /** @throws ValueException when the key cannot be hashed, as a list cannot */
    public static Object of(Object key) {
        return key instanceof String || key instanceof Long ? key : of(key, 0);
    }

    private static Object of(Object key, int depth) {
        if (key instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        if (key instanceof Markup markup) {
            return markup.text();
        }
        if (key instanceof Double number) {
            return ofFloat(number);
        }
        if (key instanceof Tuple tuple) {
            return ofTuple(tuple, depth);
        }
        if (!isHashable(key)) {
            throw new ValueException("unhashable type: '" + Types.name(key) + "'");
        }
        return key;
    }

    private static Object ofFloat(Double number) {
        double value = number;
        if (value == (long) value && Math.abs(value) < 0x1p62) {
            return (long) value;
        }
        return Double.isInfinite(value) || value != Math.rint(value) ? number : Numbers.truncate(value);
    }

    private static Object ofTuple(Tuple tuple, int depth) {
        if (depth > DEEPEST) {
            throw new ValueException("The template nests more than " + DEEPEST + " tuples in a key.");
        }
        List<Object> items = new ArrayList<>(tuple.size());
        for (Object item : tuple) {
            items.add(of(item, depth + 1));
        }
        return new TupleKey(items);
    }

    /** Whether the value may be a key, looking at its own type only. */
    static boolean isHashable(Object value) {
        return value == null
                || value instanceof String
                || value instanceof BigInteger
                || value instanceof Tuple
                || !(value instanceof List<?> || value instanceof Map<?, ?> || value instanceof DictView);
    }
}
