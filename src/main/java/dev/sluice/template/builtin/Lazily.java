package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Elements made of others as they are asked for, some of them left out. */
final class Lazily implements Iterator<Object> {
    /** An element that is not left out; it may be null. */
    record Made(Object element) {}

    private final Rendering rendering;
    private Object value;
    private Supplier<Function<Object, Made>> makers;
    private Iterator<Object> elements;
    private Function<Object, Made> maker;
    private Made next;

    /** Asks for the maker when the first element is wanted, and not at all when the value is false. */
    Lazily(Rendering rendering, Object value, Supplier<Function<Object, Made>> makers) {
        this.rendering = rendering;
        this.value = value;
        this.makers = makers;
    }

    Lazily(Rendering rendering, Iterator<Object> elements, Function<Object, Made> maker) {
        this.rendering = rendering;
        this.elements = elements;
        this.maker = maker;
    }

    @Override
    public boolean hasNext() {
        if (elements == null) {
            start();
        }
        while (next == null && elements.hasNext()) {
            rendering.elements(1);
            next = maker.apply(elements.next());
        }
        return next != null;
    }

    private void start() {
        if (Operators.truth(rendering, value)) {
            maker = makers.get();
            elements = Access.iterate(rendering, value);
        } else {
            elements = Access.iterate(rendering, "");
        }
        value = null;
        makers = null;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object element = next.element;
        next = null;
        return element;
    }
}
