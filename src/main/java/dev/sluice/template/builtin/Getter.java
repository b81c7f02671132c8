package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Cases;
import dev.sluice.template.python.Characters;
import dev.sluice.template.python.Convert;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Undefined;
import java.util.ArrayList;
import java.util.List;

/** Looks up what {@code attribute='a.b.0'} names. */
final class Getter {
    private final Rendering rendering;
    private final List<Object> path;
    private final Object other;

    /**
     * @param attribute a path with dots, a whole number, or null for the value itself
     * @param other what stands for a missing attribute; null for nothing
     */
    Getter(Rendering rendering, Object attribute, Object other) {
        this.rendering = rendering;
        this.path = path(attribute);
        this.other = other;
    }

    private static List<Object> path(Object attribute) {
        List<Object> path = new ArrayList<>();
        String text = Text.of(attribute);
        if (text != null) {
            for (String part : text.split("\\.", -1)) {
                boolean number = Characters.all(part, Characters::isDigit);
                path.add(number ? Convert.integer(part, 10) : part);
            }
        } else if (attribute != null) {
            path.add(attribute);
        }
        return path;
    }

    Object get(Object value) {
        Object item = value;
        for (Object part : path) {
            item = Access.item(rendering, item, part);
            if (other != null && item instanceof Undefined) {
                item = other;
            }
        }
        return item;
    }

    /** As keys are compared: text in lower case unless case counts. */
    Object key(Object value, boolean caseSensitive) {
        Object key = get(value);
        return caseSensitive ? key : lower(rendering, key);
    }

    static Object lower(Rendering rendering, Object key) {
        if (Text.of(key) == null) {
            return key;
        }
        String text = Text.of(key);
        rendering.string(text.length());
        String lower = Cases.lower(text);
        return key instanceof Markup ? new Markup(lower) : lower;
    }

    /** One getter for each part of a list with commas, as sorting takes it. */
    static List<Getter> several(Rendering rendering, Object attributes) {
        List<Getter> getters = new ArrayList<>();
        if (Text.of(attributes) != null) {
            for (String attribute : Text.of(attributes).split(",", -1)) {
                getters.add(new Getter(rendering, attribute, null));
            }
        } else {
            getters.add(new Getter(rendering, attributes, null));
        }
        return getters;
    }
}
