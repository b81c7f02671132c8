package dev.sluice.template.python;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A table of functions by name; filled once, then only read. */
public final class Functions {
    private final Map<String, Function> byName = new HashMap<>();

    /** @param signature as {@link Signature#of} reads it */
    public Functions with(String signature, Function.Body body) {
        Function function = new Function(signature, body);
        byName.put(function.name(), function);
        return this;
    }

    public Functions withAll(Functions others) {
        byName.putAll(others.byName);
        return this;
    }

    /** The same function under another name. */
    public Functions alias(String alias, String name) {
        byName.put(alias, byName.get(name));
        return this;
    }

    /** Every function under each of its names. */
    public void forEach(BiConsumer<String, Function> action) {
        byName.forEach(action);
    }

    /** The function, or null. */
    public Function get(String name) {
        return byName.get(name);
    }
}
