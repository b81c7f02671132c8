package dev.sluice.payload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How decoded JSON is looked at when it may be anything. What the parser makes is asked for first: whether a value is of a
 * class is known at once, whether of an interface, as {@link Map}, the JVM searches a list for.
 */
final class Values {
    private Values() {}

    /** The value as object, or null where it is something else; an empty list is an empty object to PHP, not to us. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        if (value instanceof Fields fields) {
            return fields;
        }
        return value instanceof Map ? (Map<String, Object>) value : null;
    }

    /** The items of a list, or of an object that once was one and has holes; of anything else none. */
    @SuppressWarnings("unchecked")
    static Collection<Object> items(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof ArrayList) {
            return (ArrayList<Object>) value;
        }
        if (value instanceof Map) {
            return ((Map<String, Object>) value).values();
        }
        return value instanceof List ? (List<Object>) value : List.of();
    }

    /** Whether PHP calls it empty, as far as objects and lists go. */
    static boolean isEmpty(Object value) {
        return value == null
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty());
    }

    /** What kind of JSON value it is, in words. */
    static String kind(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof String ? "a text" : value instanceof Boolean ? "a boolean" : "a number";
    }
}
