package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;

/** Collects keys and values: a list as long as the keys are 0, 1, 2 and so on, a map from the first other key on. */
final class ArrayBuilder {
    private List<Object> list = new ArrayList<>();
    private Fields fields;
    private int next;

    /** Sets a key; a key that came before keeps its place. */
    void put(String key, Object value) {
        if (fields == null && !key.equals(Integer.toString(list.size()))) {
            toFields();
        }
        if (fields == null) {
            list.add(value);
        } else {
            fields.put(key, value);
        }
    }

    /** Keeps the item of a list under its index. */
    void keep(int index, Object value) {
        if (fields == null && index == list.size()) {
            list.add(value);
        } else {
            put(Integer.toString(index), value);
        }
    }

    /** Adds a value under the next free number, counted from 0, whatever text keys there are. */
    void append(Object value) {
        keep(next++, value);
    }

    /** The list or map; the builder is of no use afterwards. */
    Object build() {
        if (fields == null) {
            return list;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.keyAt(i).equals(Integer.toString(i))) {
                return fields;
            }
        }
        return PhpArray.values(fields);
    }

    private void toFields() {
        fields = new Fields(list.size() + 1);
        for (int i = 0; i < list.size(); i++) {
            fields.append(Integer.toString(i), list.get(i));
        }
        list = null;
    }
}
