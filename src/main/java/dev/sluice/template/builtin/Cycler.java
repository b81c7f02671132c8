package dev.sluice.template.builtin;

import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.ValueException;

/** What {@code cycler()} gives: its items one after the other, round and round. */
final class Cycler implements Attributed {
    private final Tuple items;
    private int at;

    Cycler(Tuple items) {
        if (items.isEmpty()) {
            throw new ValueException("at least one item has to be provided");
        }
        this.items = items;
    }

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "current" -> items.get(at);
            case "items" -> items;
            case "pos" -> (long) at;
            case "next" ->
                (Callable) (rendering, arguments) -> {
                    Object item = items.get(at);
                    at = (at + 1) % items.size();
                    return item;
                };
            case "reset" ->
                (Callable) (rendering, arguments) -> {
                    at = 0;
                    return null;
                };
            default -> MISSING;
        };
    }

    @Override
    public String typeName() {
        return "Cycler";
    }
}
