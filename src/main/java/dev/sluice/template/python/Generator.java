package dev.sluice.template.python;

import java.util.Iterator;

/** Elements that are made as they are asked for, and can be asked for once, as lazy filters give them. */
public final class Generator implements Iterator<Object> {
    private final String what;
    private final Iterator<?> elements;

    /** @param what made it, for printing, like {@code sync_do_map} */
    public Generator(String what, Iterator<?> elements) {
        this.what = what;
        this.elements = elements;
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public Object next() {
        return elements.next();
    }

    @Override
    public String toString() {
        return "<generator object " + what + ">";
    }
}
