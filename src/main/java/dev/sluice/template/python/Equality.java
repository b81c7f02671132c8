package dev.sluice.template.python;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The operator {@code ==}. */
final class Equality {
    private Equality() {}

    static boolean equal(Rendering rendering, Object left, Object right) {
        if (left instanceof String one && right instanceof String other) {
            return one.equals(other);
        }
        if (Types.isNumber(left)) {
            return Types.isNumber(right) && Numbers.equal(left, right);
        }
        String text = Text.of(left);
        if (text != null) {
            return text.equals(Text.of(right));
        }
        if (left instanceof List<?> one) {
            return right instanceof List<?> other
                    && one instanceof Tuple == other instanceof Tuple
                    && lists(rendering, rendering.now(one), rendering.now(other));
        }
        if (left instanceof Map<?, ?> one) {
            return right instanceof Map<?, ?> other && maps(rendering, rendering.now(one), rendering.now(other));
        }
        if (left instanceof DictView one && right instanceof DictView other) {
            return one.equalTo(rendering, other);
        }
        return left == right || left != null && left.equals(right);
    }

    /** As Python compares elements: what is the same object is equal, even NaN. */
    static boolean sameOrEqual(Rendering rendering, Object left, Object right) {
        return left == right || equal(rendering, left, right);
    }

    private static boolean lists(Rendering rendering, List<?> left, List<?> right) {
        if (left == right) {
            return true;
        }
        if (left.size() != right.size()) {
            return false;
        }
        rendering.enter();
        Iterator<?> others = right.iterator();
        boolean equal = true;
        for (Iterator<?> ones = left.iterator(); equal && ones.hasNext(); ) {
            rendering.tick();
            equal = sameOrEqual(rendering, ones.next(), others.next());
        }
        rendering.leave();
        return equal;
    }

    private static boolean maps(Rendering rendering, Map<?, ?> left, Map<?, ?> right) {
        if (left == right) {
            return true;
        }
        if (left.size() != right.size()) {
            return false;
        }
        rendering.enter();
        boolean equal = true;
        for (Iterator<? extends Map.Entry<?, ?>> entries = left.entrySet().iterator(); equal && entries.hasNext(); ) {
            rendering.tick();
            Map.Entry<?, ?> entry = entries.next();
            Object other = Maps.get(right, entry.getKey());
            equal = other != Attributed.MISSING && sameOrEqual(rendering, entry.getValue(), other);
        }
        rendering.leave();
        return equal;
    }
}
