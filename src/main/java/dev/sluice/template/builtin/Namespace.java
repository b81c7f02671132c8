package dev.sluice.template.builtin;

import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Dict;
import dev.sluice.template.python.Maps;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;

/** What {@code namespace()} gives: an object whose attributes a template sets, to carry values out of a loop. */
public final class Namespace implements Attributed {
    private final Dict attributes;

    /** Keeps the map. */
    public Namespace(Dict attributes) {
        this.attributes = attributes;
    }

    /** {@code {% set this.name = value %}} */
    public void put(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public Object attribute(String name) {
        return Maps.get(attributes, name);
    }

    @Override
    public String typeName() {
        return "Namespace";
    }

    @Override
    public String repr(Rendering rendering) {
        return "<Namespace " + Print.repr(rendering, attributes) + ">";
    }
}
