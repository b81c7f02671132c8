package dev.sluice.template.python;

import java.util.Iterator;

/** Elements that are made as they are asked for, and can be asked for once, as lazy filters give them. */
public final class Generator implements Iterator<Object> {
    private final Rendering rendering;
    private final String what;
    private final Iterator<?> elements;

    /** @param what made it, for printing, like {@code sync_do_map} */
    public Generator(Rendering rendering, String what, Iterator<?> elements) {
        this.rendering = rendering;
        this.what = what;
        this.elements = elements;
    }

    @Override
    public boolean hasNext() {
        // Generators of generators, each waiting for the next, must not outgrow the stack.
        rendering.enter();
        boolean more = elements.hasNext();
        rendering.leave();
        return more;
    }

    @Override
    public Object next() {
        rendering.enter();
        Object next = elements.next();
        rendering.leave();
        return next;
    }

    @Override
    public String toString() {
        return "<generator object " + what + ">";
    }
}
