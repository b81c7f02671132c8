package dev.sluice.template.builtin;

import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Rendering;

/** The filters, tests and globals by the names that Jinja's manual gives them. */
public final class Builtins {
    /** {@code value|name(arguments)} */
    public interface Filter {
        Object apply(Rendering rendering, Object value, Arguments arguments);
    }

    /** {@code value is name(arguments)} */
    public interface Test {
        boolean holds(Rendering rendering, Object value, Arguments arguments);
    }

    private Builtins() {}

    /** The filter, or null when there is none of that name. */
    public static Filter filter(String name) {
        throw new UnsupportedOperationException("builtin");
    }

    /** The test, or null when there is none of that name. */
    public static Test test(String name) {
        throw new UnsupportedOperationException("builtin");
    }

    /** {@code range}, {@code dict}, {@code namespace} and the like, or null when there is none of that name. */
    public static Object global(String name) {
        throw new UnsupportedOperationException("builtin");
    }
}
