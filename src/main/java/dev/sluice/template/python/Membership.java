package dev.sluice.template.python;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The operator {@code in}. */
final class Membership {
    private Membership() {}

    static boolean contains(Rendering rendering, Object container, Object item) {
        String text = Text.of(container);
        if (text != null) {
            String part = Text.of(item);
            if (part == null) {
                throw new ValueException("'in <string>' requires string as left operand, not " + Types.name(item));
            }
            return text.contains(part);
        }
        if (container instanceof Map<?, ?> map) {
            return Maps.has(rendering.now(map), item);
        }
        if (container instanceof List<?> list) {
            return among(rendering, rendering.now(list).iterator(), item);
        }
        if (container instanceof Range range) {
            return range.contains(rendering, item);
        }
        if (container instanceof DictView view) {
            return view.contains(rendering, item);
        }
        Iterator<Object> elements = Access.elements(rendering, container);
        if (elements == null) {
            throw new ValueException("argument of type '" + Types.name(container) + "' is not iterable");
        }
        return among(rendering, elements, item);
    }

    static boolean among(Rendering rendering, Iterator<?> elements, Object item) {
        while (elements.hasNext()) {
            rendering.tick();
            if (Equality.sameOrEqual(rendering, elements.next(), item)) {
                return true;
            }
        }
        return false;
    }
}
