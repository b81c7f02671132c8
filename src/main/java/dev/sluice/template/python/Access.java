package dev.sluice.template.python;

import java.util.Iterator;

/** What is inside a value: attributes, items, slices, elements. Lists and maps are read through {@link Rendering#now}. */
public final class Access {
    private Access() {}

    /** {@code value.name}: an attribute (a method, mostly), else an item; {@link Undefined} when neither is there. */
    public static Object attribute(Rendering rendering, Object value, String name) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code value[key]}: an item, else, for a string, an attribute; {@link Undefined} when neither is there. */
    public static Object item(Rendering rendering, Object value, Object key) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code value[from:to:step]}, null where not given. */
    public static Object slice(Rendering rendering, Object value, Object from, Object to, Object step) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code iter(value)}: of a string its characters (code points), of a map its keys, of undefined nothing. */
    public static Iterator<Object> iterate(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }

    /** {@code len(value)}, or -1 when it has none, as a generator has not. */
    public static int length(Rendering rendering, Object value) {
        throw new UnsupportedOperationException("python");
    }
}
