package dev.sluice.payload;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The fields of one JSON object in the order they came, values being {@code null}, {@link Boolean}, {@link Long},
 * {@link java.math.BigInteger}, {@link Double}, {@link String}, {@link java.util.List} or {@link Map}.
 *
 * <p>An event of 100,000 attributes is some two million fields, so one field costs a reference here where a
 * {@link java.util.LinkedHashMap} takes an entry object of 40 bytes: objects that were parsed share their names with
 * those of the same {@link Shape}. Others keep their names themselves, in a second array, with a hash index where there
 * are many.
 *
 * <p>Not thread-safe; a run hands its payload from thread to thread, never shares it. Null keys are refused.
 */
public final class Fields extends AbstractMap<String, Object> {
    private static final int LINEAR = 24;
    private static final Object[] NO_VALUES = {};
    private static final String[] NO_NAMES = {};

    /** Who holds the names; null when the object does. */
    private Shape shape;

    /** The shape's, not to be changed then, or the object's own. */
    private String[] names;

    private Object[] values;
    private int size;

    /** Where own names are; null while they are few or after a removal. */
    private NameIndex index;

    /** An object without fields. */
    public Fields() {
        this(0);
    }

    /** An object without fields that expects {@code capacity} of them. */
    public Fields(int capacity) {
        names = capacity == 0 ? NO_NAMES : new String[capacity];
        values = capacity == 0 ? NO_VALUES : new Object[capacity];
    }

    /** One row of values under a shape, and perhaps room behind them; takes over the array. */
    Fields(Shape shape, Object[] values) {
        this.shape = shape;
        this.names = shape.names;
        this.values = values;
        this.size = shape.names.length;
    }

    /** A shallow copy: same keys in the same order, the values themselves shared. */
    public static Fields copyOf(Map<String, ?> source) {
        return copyOf(source, 0);
    }

    /** A shallow copy with room for {@code more} fields. */
    public static Fields copyOf(Map<String, ?> source, int more) {
        if (source instanceof Fields fields) {
            Object[] values = Arrays.copyOf(fields.values, fields.size + more);
            if (fields.shape != null) {
                return new Fields(fields.shape, values);
            }
            Fields copy = new Fields();
            copy.names = Arrays.copyOf(fields.names, fields.size + more);
            copy.values = values;
            copy.size = fields.size;
            return copy;
        }
        Fields copy = new Fields(source.size() + more);
        source.forEach(copy::put);
        return copy;
    }

    /** The same keys with other values, each made of the one that was there. */
    Fields withEach(UnaryOperator<Object> change) {
        Fields copy = copyOf(this);
        for (int i = 0; i < size; i++) {
            copy.values[i] = change.apply(values[i]);
        }
        return copy;
    }

    /** Alternating keys and values, for literals in code: {@code Fields.of("id", "1", "name", "tlp:red")}. */
    public static Fields of(Object... keysAndValues) {
        Fields fields = new Fields(keysAndValues.length / 2);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Object get(Object key) {
        int at = find(key);
        return at < 0 ? null : values[at];
    }

    @Override
    public Object getOrDefault(Object key, Object otherwise) {
        int at = find(key);
        return at < 0 ? otherwise : values[at];
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) >= 0;
    }

    /** Sets a field; a new one comes last, a known one keeps its place. */
    @Override
    public Object put(String key, Object value) {
        int at = find(Objects.requireNonNull(key, "key"));
        if (at >= 0) {
            Object before = values[at];
            values[at] = value;
            return before;
        }
        append(key, value);
        return null;
    }

    /** The caller knows that the key is new. */
    void append(String key, Object value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, roomFor(size));
        }
        Shape longer = shape == null ? null : shape.plus(key);
        if (longer == null) {
            nameOneself(key);
        }
        shape = longer;
        names = longer == null ? names : longer.names;
        values[size++] = value;
        if (index != null && !index.enter(names, size - 1)) {
            index = null;
        }
    }

    private void nameOneself(String key) {
        if (shape != null || size == names.length) {
            names = Arrays.copyOf(names, roomFor(size));
        }
        names[size] = key;
    }

    private static int roomFor(int size) {
        return size == 0 ? 8 : size + Math.max(4, size / 2);
    }

    /** Gives back the room beyond the last field, for objects that are kept and will not grow. */
    Fields trimmed() {
        values = Arrays.copyOf(values, size);
        names = shape == null ? Arrays.copyOf(names, size) : names;
        return this;
    }

    @Override
    public Object remove(Object key) {
        int at = find(key);
        if (at < 0) {
            return null;
        }
        Object before = values[at];
        removeAt(at);
        return before;
    }

    void removeAt(int at) {
        Shape shorter = shape == null ? null : shape.minus(at);
        if (shorter == null) {
            names = shape == null ? names : names.clone();
            System.arraycopy(names, at + 1, names, at, size - at - 1);
            names[size - 1] = null;
        } else {
            names = shorter.names;
        }
        shape = shorter;
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        values[--size] = null;
        index = null;
    }

    @Override
    public void clear() {
        shape = null;
        names = NO_NAMES;
        values = NO_VALUES;
        size = 0;
        index = null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    /** The key of field {@code i}, counted from 0 in order. */
    public String keyAt(int i) {
        return names[Objects.checkIndex(i, size)];
    }

    /** The value of field {@code i}, counted from 0 in order. */
    public Object valueAt(int i) {
        return values[Objects.checkIndex(i, size)];
    }

    /** What the names are kept in that objects of one kind share; null where this one keeps its own. */
    Shape shape() {
        return shape;
    }

    /** Where a field is, for {@link #valueAt}; -1 where there is none. */
    int placeOf(String name) {
        return find(name);
    }

    private int find(Object key) {
        if (!(key instanceof String)) {
            return -1;
        }
        if (shape != null) {
            return shape.find(key);
        }
        if (size > LINEAR) {
            index = index == null ? new NameIndex(names, size) : index;
            return index.find(names, key);
        }
        int hash = key.hashCode();
        for (int i = 0; i < size; i++) {
            String candidate = names[i];
            if (candidate == key || (candidate.hashCode() == hash && candidate.equals(key))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new FieldEntries(this);
    }
}
