package dev.sluice.template.python;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A tuple: a list that never changes, prints in round brackets, and equals only tuples. */
public class Tuple extends AbstractList<Object> implements RandomAccess {
    public static final Tuple EMPTY = new Tuple();

    private final Object[] items;

    /** Keeps the array. */
    public Tuple(Object... items) {
        this.items = items;
    }

    @Override
    public Object get(int i) {
        return items[i];
    }

    @Override
    public int size() {
        return items.length;
    }
}
