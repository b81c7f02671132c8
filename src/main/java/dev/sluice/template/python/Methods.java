package dev.sluice.template.python;

import java.util.List;

/** Calls of methods from inside, as filters make them. */
public final class Methods {
    private Methods() {}

    /** {@code value.name(given)}; the value has that method. */
    public static Object call(Rendering rendering, Object value, String name, Object... given) {
        Callable method = (Callable) Attributes.of(value, name);
        List<Object> arguments = java.util.Arrays.asList(given);
        return method.call(rendering, new Arguments(arguments, List.of(), List.of()));
    }
}
