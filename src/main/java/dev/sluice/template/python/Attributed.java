package dev.sluice.template.python;

import java.util.Iterator;

/** An object of the template's own world with attributes: a loop, a namespace, a cycler, a macro. */
public interface Attributed {
    /** The attribute, or {@link #MISSING}. Names that begin with {@code _} are never asked for. */
    Object attribute(String name);

    /** What Python calls its type, for messages and printing. */
    String typeName();

    /** How it is printed. */
    default String repr(Rendering rendering) {
        return "<" + typeName() + " object>";
    }

    /** {@code len(this)}, or -1 when it has none. */
    default int length(Rendering rendering) {
        return -1;
    }

    /** Its elements, or null when it cannot be iterated over. */
    default Iterator<Object> iterate(Rendering rendering) {
        return null;
    }

    /** Stands for an attribute that is not there; never seen by a template. */
    Object MISSING = new Object();
}
