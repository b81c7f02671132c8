package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list or a map seen as PHP sees both: ordered keys and values. A list's keys are its indices. Changing one answers a
 * changed copy, of which the values are shared with the original.
 */
final class PhpArray {
    static final Object ABSENT = new Object();

    private PhpArray() {}

    static boolean is(Object value) {
        // Classes first: an interface takes the JVM ten times as long.
        return value instanceof Fields || value instanceof ArrayList || value instanceof Map || value instanceof List;
    }

    static int size(Object array) {
        return array instanceof List<?> list ? list.size() : ((Map<?, ?>) array).size();
    }

    static Object child(Object array, String key, Object otherwise) {
        if (array instanceof List<?> list) {
            int index = index(key);
            return index >= 0 && index < list.size() ? list.get(index) : otherwise;
        }
        return fields(array).getOrDefault(key, otherwise);
    }

    /** Visits keys and values in order until the visitor answers true; true when it did. */
    static boolean anyEntry(Object array, Visitor visitor) {
        if (array instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (visitor.visit(Integer.toString(i), list.get(i))) {
                    return true;
                }
            }
            return false;
        }
        Fields fields = fields(array);
        for (int i = 0; i < fields.size(); i++) {
            if (visitor.visit(fields.keyAt(i), fields.valueAt(i))) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    static List<Object> values(Object array) {
        return array instanceof List<?> list ? (List<Object>) list : new ArrayList<>(((Map<?, Object>) array).values());
    }

    @SuppressWarnings("unchecked")
    static Fields fields(Object map) {
        return map instanceof Fields fields ? fields : Fields.copyOf((Map<String, ?>) map);
    }

    static Object with(Object array, String key, Object value) {
        if (array instanceof List<?> list) {
            int index = index(key);
            if (index >= 0 && index <= list.size()) {
                List<Object> copy = new ArrayList<>(list.size() + 1);
                copy.addAll(list);
                if (index == list.size()) {
                    copy.add(value);
                } else {
                    copy.set(index, value);
                }
                return copy;
            }
            Fields copy = numbered(list);
            copy.put(key, value);
            return copy;
        }
        if (((Map<?, ?>) array).isEmpty() && key.equals("0")) {
            return with(List.of(), key, value);
        }
        Fields copy = Fields.copyOf(fields(array), 1);
        copy.put(key, value);
        return copy;
    }

    /** Without one key; a list loses its being a list when a hole remains. */
    static Object without(Object array, String key) {
        if (child(array, key, ABSENT) == ABSENT) {
            return array;
        }
        if (array instanceof List<?> list) {
            if (index(key) == list.size() - 1) {
                return new ArrayList<Object>(list.subList(0, list.size() - 1));
            }
            Fields copy = numbered(list);
            copy.remove(key);
            return copy;
        }
        Fields copy = Fields.copyOf(fields(array));
        copy.remove(key);
        return copy;
    }

    /** What a value is, in the words of an error message. */
    static String kind(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof String) {
            return "text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof Map ? "a map" : "true or false";
    }

    /** The list index that a key stands for, or -1. */
    private static int index(String key) {
        return key.length() < 10 && NumericText.isIntegerKey(key) ? Integer.parseInt(key) : -1;
    }

    private static Fields numbered(List<?> list) {
        Fields fields = new Fields(list.size() + 1);
        for (int i = 0; i < list.size(); i++) {
            fields.append(Integer.toString(i), list.get(i));
        }
        return fields;
    }

    interface Visitor {
        boolean visit(String key, Object value);
    }
}
