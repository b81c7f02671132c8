package dev.sluice.template.python;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What is inside a value: attributes, items, slices, elements. Lists and maps are read through {@link Rendering#now}. */
public final class Access {
    private Access() {}

    /** {@code value.name}: an attribute (a method, mostly), else an item; {@link Undefined} when neither is there. */
    public static Object attribute(Rendering rendering, Object value, String name) {
        Object attribute = Attributes.of(value, name);
        if (attribute != Attributed.MISSING) {
            return attribute;
        }
        if (value instanceof Map<?, ?> map) {
            Object item = Maps.get(rendering.now(map), name);
            return item != Attributed.MISSING ? item : missing(value, name);
        }
        return missing(value, name);
    }

    /** The attribute only, as the filter {@code attr} looks it up. */
    public static Object onlyAttribute(Object value, String name) {
        Object attribute = Attributes.of(value, name);
        return attribute != Attributed.MISSING ? attribute : missing(value, name);
    }

    /** {@code value[key]}: an item, else, for a string, an attribute; {@link Undefined} when neither is there. */
    public static Object item(Rendering rendering, Object value, Object key) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        Object item = onlyItem(rendering, value, key);
        if (item != Attributed.MISSING) {
            return item;
        }
        if (Text.of(key) != null) {
            Object attribute = Attributes.of(value, Text.of(key));
            if (attribute != Attributed.MISSING) {
                return attribute;
            }
        }
        return missing(value, key);
    }

    /** The item, or {@link Attributed#MISSING}. */
    static Object onlyItem(Rendering rendering, Object value, Object key) {
        if (value instanceof Map<?, ?> map) {
            return Keys.isHashable(key) ? Maps.get(rendering.now(map), key) : Attributed.MISSING;
        }
        if (!Types.isInteger(key)) {
            return Attributed.MISSING;
        }
        int index = Numbers.pinned(key);
        if (value instanceof List<?> list) {
            List<?> now = rendering.now(list);
            int at = index < 0 ? index + now.size() : index;
            return at >= 0 && at < now.size() ? now.get(at) : Attributed.MISSING;
        }
        String text = Text.of(value);
        if (text != null) {
            int length = Text.length(text);
            int at = index < 0 ? index + length : index;
            if (at < 0 || at >= length) {
                return Attributed.MISSING;
            }
            String character = Text.character(text, at);
            return value instanceof Markup ? new Markup(character) : character;
        }
        if (value instanceof Range range) {
            int size = range.size();
            int at = index < 0 ? index + size : index;
            return at >= 0 && at < size ? range.get(at) : Attributed.MISSING;
        }
        return Attributed.MISSING;
    }

    /** {@code value[from:to:step]}, null where not given. */
    public static Object slice(Rendering rendering, Object value, Object from, Object to, Object step) {
        if (value instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        return Slices.slice(rendering, value, from, to, step);
    }

    /** {@code iter(value)}: of a string its characters (code points), of a map its keys, of undefined nothing. */
    public static Iterator<Object> iterate(Rendering rendering, Object value) {
        Iterator<Object> elements = elements(rendering, value);
        if (elements == null) {
            throw new ValueException("'" + Types.name(value) + "' object is not iterable");
        }
        return elements;
    }

    /** As {@link #iterate}, but null for what cannot be iterated over. */
    public static Iterator<Object> elements(Rendering rendering, Object value) {
        if (value instanceof List<?> list) {
            return Elements.ofList(rendering, list);
        }
        if (value instanceof Map<?, ?> map) {
            return Maps.entries(rendering, map, Map.Entry::getKey);
        }
        if (value instanceof Generator generator) {
            return generator;
        }
        if (value instanceof DictView view) {
            return view.iterate(rendering);
        }
        if (value instanceof Undefined) {
            return Elements.NONE.iterator();
        }
        if (value instanceof Range range) {
            return range.asList().iterator();
        }
        if (value instanceof Attributed object) {
            return object.iterate(rendering);
        }
        String text = Text.of(value);
        return text == null ? null : Elements.ofText(text);
    }

    /** {@code len(value)}, or -1 when it has none, as a generator has not. */
    public static int length(Rendering rendering, Object value) {
        if (value instanceof String text) {
            return Text.length(text);
        }
        if (value instanceof List<?> list) {
            return rendering.now(list).size();
        }
        if (value instanceof Map<?, ?> map) {
            return rendering.now(map).size();
        }
        if (value instanceof Markup markup) {
            return Text.length(markup.text());
        }
        if (value instanceof Range range) {
            return range.size();
        }
        if (value instanceof DictView view) {
            return view.size(rendering);
        }
        if (value instanceof Attributed object) {
            return object.length(rendering);
        }
        return value instanceof Undefined ? 0 : -1;
    }

    private static Undefined missing(Object value, Object key) {
        String name = Text.of(key);
        if (name != null) {
            if (value instanceof Undefined nothing) {
                throw nothing.refusal();
            }
            return Undefined.because("'" + Types.owner(value) + "' has no attribute " + quoted(name));
        }
        String shown = key instanceof Long ? key.toString() : Types.name(key);
        return Undefined.because(Types.owner(value) + " has no element " + shown);
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder();
        Quote.quote(quoted, name);
        return quoted.toString();
    }
}
