package dev.sluice.payload;

import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.NoSuchElementException;

/** {@link Fields} as a map shows them to those who go through its entries. */
final class FieldEntries extends AbstractSet<Entry<String, Object>> {
    private final Fields fields;

    FieldEntries(Fields fields) {
        this.fields = fields;
    }

    @Override
    public int size() {
        return fields.size();
    }

    @Override
    public Iterator<Entry<String, Object>> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < fields.size();
            }

            @Override
            public Entry<String, Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return entry(next++);
            }

            @Override
            public void remove() {
                if (next == 0) {
                    throw new IllegalStateException();
                }
                fields.removeAt(--next);
            }
        };
    }

    private Entry<String, Object> entry(int at) {
        String key = fields.keyAt(at);
        return new SimpleEntry<>(key, fields.valueAt(at)) {
            @Override
            public Object setValue(Object changed) {
                fields.put(key, changed);
                return super.setValue(changed);
            }
        };
    }
}
