package dev.sluice.template.python;

/** An object of the template's own world with attributes: a loop, a namespace, a cycler, a macro. */
public interface Attributed {
    /** The attribute, or {@link #MISSING}. Names that begin with {@code _} are never asked for. */
    Object attribute(String name);

    /** What Python calls its type, for messages and printing. */
    String typeName();

    /** Stands for an attribute that is not there; never seen by a template. */
    Object MISSING = new Object();
}
