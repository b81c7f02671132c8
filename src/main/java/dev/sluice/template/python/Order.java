package dev.sluice.template.python;

import java.util.List;

/** The operators {@code <} and {@code <=}. */
final class Order {
    private Order() {}

    /** @param orEqual whether equal will do */
    static boolean before(Rendering rendering, Object left, Object right, boolean orEqual) {
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return orEqual ? Numbers.lessOrEqual(left, right) : Numbers.less(left, right);
        }
        String one = Text.of(left);
        String other = Text.of(right);
        if (one != null && other != null) {
            int order = compare(one, other);
            return orEqual ? order <= 0 : order < 0;
        }
        if (left instanceof List<?> first
                && right instanceof List<?> second
                && first instanceof Tuple == second instanceof Tuple) {
            return lists(rendering, rendering.now(first), rendering.now(second), orEqual);
        }
        Undefined nothing = left instanceof Undefined it ? it : right instanceof Undefined it ? it : null;
        if (nothing != null) {
            throw nothing.refusal();
        }
        throw new ValueException((orEqual ? "'<='" : "'<'") + " not supported between instances of '" + Types.name(left)
                + "' and '" + Types.name(right) + "'");
    }

    /** By code points; UTF-16 units order otherwise beyond the basic plane. */
    static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean oneIsPair = Character.isSurrogate(one);
                boolean otherIsPair = Character.isSurrogate(other);
                return oneIsPair == otherIsPair ? one - other : oneIsPair ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }

    private static boolean lists(Rendering rendering, List<?> left, List<?> right, boolean orEqual) {
        rendering.enter();
        int length = Math.min(left.size(), right.size());
        int i = 0;
        while (i < length && Equality.sameOrEqual(rendering, left.get(i), right.get(i))) {
            rendering.tick();
            i++;
        }
        boolean before = i < length
                ? before(rendering, left.get(i), right.get(i), orEqual)
                : orEqual ? left.size() <= right.size() : left.size() < right.size();
        rendering.leave();
        return before;
    }
}
