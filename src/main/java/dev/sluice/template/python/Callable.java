package dev.sluice.template.python;

/** A function, bound method, macro or class of a template. */
public interface Callable {
    /** @throws ValueException with Python's kind of message, for instance about arguments it does not take */
    Object call(Rendering rendering, Arguments arguments);
}
