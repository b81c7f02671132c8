package dev.sluice.template.builtin;

import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Rendering;

/** What {@code joiner()} gives: nothing when first called, the separator from then on. */
final class Joiner implements Attributed, Callable {
    private final Object separator;
    private boolean used;

    Joiner(Object separator) {
        this.separator = separator;
    }

    @Override
    public Object call(Rendering rendering, Arguments arguments) {
        if (used) {
            return separator;
        }
        used = true;
        return "";
    }

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "sep" -> separator;
            case "used" -> used;
            default -> MISSING;
        };
    }

    @Override
    public String typeName() {
        return "Joiner";
    }
}
