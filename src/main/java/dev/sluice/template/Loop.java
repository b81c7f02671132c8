package dev.sluice.template;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The variable {@code loop}: where a loop is. Looks ahead only when asked for something that lies ahead. */
final class Loop implements Attributed, Callable, Iterator<Object> {
    private final ForLoop statement;
    private final Frame around;
    private final Rendering rendering;
    private final Object whole;
    private final int depth;
    private Iterator<Object> items;
    private int length = -1;
    private long index0 = -1;
    private Object previous = MISSING;
    private Object current = MISSING;
    private Object ahead = MISSING;
    private Object changed = MISSING;

    /** @param whole what {@code items} walks through, asked for its length */
    Loop(ForLoop statement, Frame around, Iterator<Object> items, Object whole, int depth) {
        this.statement = statement;
        this.around = around;
        this.rendering = around.run().rendering;
        this.items = items;
        this.whole = whole;
        this.depth = depth;
    }

    @Override
    public boolean hasNext() {
        return ahead != MISSING || items.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object next = ahead == MISSING ? items.next() : ahead;
        ahead = MISSING;
        index0++;
        previous = current;
        current = next;
        return next;
    }

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "index" -> index0 + 1;
            case "index0" -> index0;
            case "revindex" -> length(rendering) - index0;
            case "revindex0" -> length(rendering) - index0 - 1;
            case "first" -> index0 == 0;
            case "last" -> peek() == MISSING;
            case "length" -> (long) length(rendering);
            case "depth" -> depth + 1L;
            case "depth0" -> (long) depth;
            case "previtem" -> index0 == 0 ? Undefined.because("there is no previous item") : previous;
            case "nextitem" -> peek() == MISSING ? Undefined.because("there is no next item") : ahead;
            case "cycle" -> (Callable) (it, arguments) -> cycle(arguments);
            case "changed" -> (Callable) (it, arguments) -> changed(arguments);
            default -> MISSING;
        };
    }

    private Object peek() {
        if (ahead == MISSING && items.hasNext()) {
            ahead = items.next();
        }
        return ahead;
    }

    @Override
    public int length(Rendering ignored) {
        if (length < 0) {
            length = whole instanceof Iterator ? -1 : Access.length(rendering, whole);
        }
        if (length < 0) {
            List<Object> rest = new ArrayList<>();
            while (items.hasNext()) {
                rendering.elements(1);
                rest.add(items.next());
            }
            items = rest.iterator();
            length = (int) index0 + 1 + rest.size() + (ahead == MISSING ? 0 : 1);
        }
        return length;
    }

    private Object cycle(Arguments arguments) {
        List<Object> choices = positional("cycle", arguments);
        if (choices.isEmpty()) {
            throw new ValueException("no items for cycling given");
        }
        return choices.get((int) (index0 % choices.size()));
    }

    private Object changed(Arguments arguments) {
        Tuple value = new Tuple(positional("changed", arguments).toArray());
        if (changed != MISSING && Operators.equal(rendering, changed, value)) {
            return false;
        }
        changed = value;
        return true;
    }

    private static List<Object> positional(String method, Arguments arguments) {
        if (!arguments.names().isEmpty()) {
            throw new ValueException("loop." + method + "() takes no keyword arguments");
        }
        return arguments.positional();
    }

    /** {@code loop(elements)}: the whole loop once more. */
    @Override
    public Object call(Rendering ignored, Arguments arguments) {
        if (arguments.size() != 1 || arguments.names().stream().anyMatch(it -> !it.equals("iterable"))) {
            throw new ValueException("loop() takes one argument: what to loop over");
        }
        if (!statement.recursive()) {
            throw new ValueException("Only a loop that is marked 'recursive' can be called.");
        }
        Object elements = arguments.names().isEmpty()
                ? arguments.positional().get(0)
                : arguments.named().get(0);
        return statement.recursion(around, elements, depth + 1);
    }

    /** Whoever loops over {@code loop} takes its elements away, each with the loop itself. */
    @Override
    public Iterator<Object> iterate(Rendering ignored) {
        Iterator<Object> own = this;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return own.hasNext();
            }

            @Override
            public Object next() {
                return new Tuple(own.next(), own);
            }
        };
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }

    @Override
    public String repr(Rendering ignored) {
        return "<LoopContext " + (index0 + 1) + "/" + length(rendering) + ">";
    }
}
