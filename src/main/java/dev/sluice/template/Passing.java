package dev.sluice.template;

import dev.sluice.template.python.Operators;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The elements of a loop that fulfil its condition, looked for as they are needed. */
final class Passing implements Iterator<Object> {
    private final Target target;
    private final ForLoop.Condition condition;
    private final Iterator<Object> elements;
    private final Frame frame;
    private boolean begun;
    private boolean found;

    Passing(Frame around, Target target, ForLoop.Condition condition, Iterator<Object> elements) {
        this.target = target;
        this.condition = condition;
        this.elements = elements;
        this.frame = around.inner(condition.scope().routine());
    }

    @Override
    public boolean hasNext() {
        if (!begun) {
            begun = true;
            condition.scope().enter(frame);
        }
        while (!found && elements.hasNext()) {
            frame.run().rendering.round();
            target.store(frame, elements.next());
            Object value = condition.expression().value(frame);
            found = Operators.truth(frame.run().rendering, value);
        }
        return found;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        found = false;
        return target.read(frame);
    }
}
