package dev.sluice.template.builtin;

import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Tuple;
import java.util.List;

/** One group of {@code groupby}: a pair whose parts also have names. */
final class Group extends Tuple implements Attributed {
    Group(Object grouper, List<Object> list) {
        super(grouper, list);
    }

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "grouper" -> get(0);
            case "list" -> get(1);
            default -> MISSING;
        };
    }

    @Override
    public String typeName() {
        return "_GroupTuple";
    }
}
