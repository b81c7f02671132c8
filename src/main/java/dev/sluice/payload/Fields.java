package dev.sluice.payload;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The fields of one JSON object in the order they came, values being {@code null}, {@link Boolean}, {@link Long},
 * {@link java.math.BigInteger}, {@link Double}, {@link String}, {@link java.util.List} or {@link Map}.
 *
 * <p>An event of 100,000 attributes is some two million fields, so one field costs two references here where a
 * {@link java.util.LinkedHashMap} takes an entry object of 40 bytes. Up to {@value #LINEAR} fields are searched one by
 * one, by identity first: the parser interns field names, and so does the compiler the names in our code. Larger
 * objects get a hash index.
 *
 * <p>Not thread-safe; a run hands its payload from thread to thread, never shares it. Null keys are refused.
 */
public final class Fields extends AbstractMap<String, Object> {
    private static final int LINEAR = 24;
    private static final Object[] NONE = {};

    /** Keys at even, their values at odd places. */
    private Object[] slots;

    private int size;

    /** Open addressing over field numbers, stored plus one; null while the object is small or after a removal. */
    private int[] index;

    /** An object without fields. */
    public Fields() {
        slots = NONE;
    }

    /** An object without fields that expects {@code capacity} of them. */
    public Fields(int capacity) {
        slots = capacity == 0 ? NONE : new Object[capacity * 2];
    }

    /** A shallow copy: same keys in the same order, the values themselves shared. */
    public static Fields copyOf(Map<String, ?> source) {
        return copyOf(source, 0);
    }

    /** A shallow copy with room for {@code more} fields. */
    public static Fields copyOf(Map<String, ?> source, int more) {
        Fields copy = new Fields();
        if (source instanceof Fields fields) {
            copy.slots = Arrays.copyOf(fields.slots, (fields.size + more) * 2);
            copy.size = fields.size;
        } else {
            copy.slots = new Object[(source.size() + more) * 2];
            source.forEach(copy::put);
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
        return at < 0 ? null : slots[2 * at + 1];
    }

    @Override
    public Object getOrDefault(Object key, Object otherwise) {
        int at = find(key);
        return at < 0 ? otherwise : slots[2 * at + 1];
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
            Object before = slots[2 * at + 1];
            slots[2 * at + 1] = value;
            return before;
        }
        append(key, value);
        return null;
    }

    /** The caller knows that the key is new, as a parser of checked JSON does. */
    void append(String key, Object value) {
        if (2 * size == slots.length) {
            slots = Arrays.copyOf(slots, size == 0 ? 16 : 2 * (size + Math.max(4, size / 2)));
        }
        slots[2 * size] = key;
        slots[2 * size + 1] = value;
        size++;
        if (index != null) {
            if (size * 2 > index.length) {
                index = null;
            } else {
                enter(key, size);
            }
        }
    }

    /** Gives back the room beyond the last field, for objects that are kept and will not grow. */
    Fields trimmed() {
        if (slots.length > 2 * size) {
            slots = size == 0 ? NONE : Arrays.copyOf(slots, 2 * size);
        }
        return this;
    }

    @Override
    public Object remove(Object key) {
        int at = find(key);
        if (at < 0) {
            return null;
        }
        Object before = slots[2 * at + 1];
        removeAt(at);
        return before;
    }

    private void removeAt(int at) {
        System.arraycopy(slots, 2 * at + 2, slots, 2 * at, 2 * (size - at - 1));
        size--;
        slots[2 * size] = null;
        slots[2 * size + 1] = null;
        index = null;
    }

    @Override
    public void clear() {
        slots = NONE;
        size = 0;
        index = null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < size; i++) {
            action.accept((String) slots[2 * i], slots[2 * i + 1]);
        }
    }

    /** The key of field {@code i}, counted from 0 in order. */
    public String keyAt(int i) {
        return (String) slots[2 * Objects.checkIndex(i, size)];
    }

    /** The value of field {@code i}, counted from 0 in order. */
    public Object valueAt(int i) {
        return slots[2 * Objects.checkIndex(i, size) + 1];
    }

    private int find(Object key) {
        if (size > LINEAR) {
            return lookUp(key);
        }
        for (int i = 0; i < size; i++) {
            if (slots[2 * i] == key) {
                return i;
            }
        }
        if (!(key instanceof String)) {
            return -1;
        }
        int hash = key.hashCode();
        for (int i = 0; i < size; i++) {
            Object candidate = slots[2 * i];
            if (candidate.hashCode() == hash && candidate.equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private int lookUp(Object key) {
        if (index == null) {
            index = new int[Integer.highestOneBit(size * 2) * 2];
            for (int i = 0; i < size; i++) {
                enter((String) slots[2 * i], i + 1);
            }
        }
        if (!(key instanceof String)) {
            return -1;
        }
        int mask = index.length - 1;
        for (int at = spread(key.hashCode()) & mask; index[at] != 0; at = (at + 1) & mask) {
            int field = index[at] - 1;
            if (slots[2 * field].equals(key)) {
                return field;
            }
        }
        return -1;
    }

    private void enter(String key, int numberPlusOne) {
        int mask = index.length - 1;
        int at = spread(key.hashCode()) & mask;
        while (index[at] != 0) {
            at = (at + 1) & mask;
        }
        index[at] = numberPlusOne;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<String, Object> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            String key = (String) slots[2 * next];
            Object value = slots[2 * next + 1];
            next++;
            return new SimpleEntry<>(key, value) {
                @Override
                public Object setValue(Object changed) {
                    Fields.this.put(key, changed);
                    return super.setValue(changed);
                }
            };
        }

        @Override
        public void remove() {
            if (next == 0) {
                throw new IllegalStateException();
            }
            removeAt(--next);
        }
    }
}
