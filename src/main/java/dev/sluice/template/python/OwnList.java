package dev.sluice.template.python;

import java.util.ArrayList;
import java.util.Collection;

/** A list the template made itself and may change; lists of other classes belong to the data (or are {@link Tuple}s). */
public final class OwnList extends ArrayList<Object> {
    private static final long serialVersionUID = 1;

    public OwnList() {}

    public OwnList(Collection<?> elements) {
        super(elements);
    }
}
