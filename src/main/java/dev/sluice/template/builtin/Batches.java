package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.OwnList;
import dev.sluice.template.python.Rendering;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of {@code batch}, the last one filled up. */
final class Batches implements Iterator<Object> {
    private final Rendering rendering;
    private final Iterator<Object> elements;
    private final Object size;
    private final Object filling;
    private OwnList row;

    Batches(Rendering rendering, Object value, Object size, Object filling) {
        this.rendering = rendering;
        this.elements = Access.iterate(rendering, value);
        this.size = size;
        this.filling = filling;
    }

    @Override
    public boolean hasNext() {
        return row != null || elements.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        OwnList current = row == null ? new OwnList() : row;
        row = null;
        while (elements.hasNext()) {
            rendering.elements(1);
            Object element = elements.next();
            if (Operators.equal(rendering, (long) current.size(), size)) {
                row = new OwnList();
                row.add(element);
                return current;
            }
            current.add(element);
        }
        if (filling != null && !current.isEmpty()) {
            while (Operators.less(rendering, (long) current.size(), size)) {
                rendering.elements(1);
                current.add(filling);
            }
        }
        return current;
    }
}
