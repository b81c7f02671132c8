package dev.sluice.template.python;

import java.util.Arrays;
import java.util.List;

/** Calls of methods from inside, as filters make them. */
public final class Methods {
    private Methods() {}

    /** {@code value.name(given)}; the value has that method. */
    public static Object call(Rendering rendering, Object value, String name, Object... given) {
        return of(value, name).call(rendering, new Arguments(Arrays.asList(given), List.of(), List.of()));
    }

    /** {@code value.name}; the value has that method. */
    public static Callable of(Object value, String name) {
        return (Callable) Attributes.of(value, name);
    }
}
