package dev.sluice.payload;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One walk of a path through data, depth first, which meets values in the order the original lists them. */
final class PathWalk {
    private final PathToken[] tokens;
    private final Budget budget;
    private final Predicate<Object> visitor;

    /** For each token the two shapes met last, and where its name is in them: a thousand attributes have few shapes. */
    private final Shape[] shapes;

    private final int[] places;

    PathWalk(PathToken[] tokens, Budget budget, Predicate<Object> visitor) {
        this.tokens = tokens;
        this.budget = budget;
        this.visitor = visitor;
        shapes = new Shape[2 * tokens.length];
        places = new int[2 * tokens.length];
    }

    /** Walks on from a value; true when the visitor asked to stop. */
    boolean from(Object value, int depth) {
        if (depth == tokens.length) {
            return visitor.test(value);
        }
        PathToken token = tokens[depth];
        if (value instanceof Map) {
            return throughMap(token, PhpArray.fields(value), depth);
        }
        if (value instanceof List<?> list) {
            return throughList(token, list, depth);
        }
        // PHP casts a scalar to a list of itself
        return value != null && token.follows(0) && into(token, value, depth);
    }

    private boolean throughList(PathToken token, List<?> list, int depth) {
        if (token.kind == PathToken.Kind.NUMBER) {
            budget.look(1);
            return token.index >= 0 && token.index < list.size() && into(token, list.get(token.index), depth);
        }
        if (token.kind != PathToken.Kind.NUMBERS && token.kind != PathToken.Kind.ALL) {
            return false;
        }
        int size = list.size();
        budget.look(size);
        for (int i = 0; i < size; i++) {
            if (into(token, list.get(i), depth)) {
                return true;
            }
        }
        return false;
    }

    private boolean throughMap(PathToken token, Fields fields, int depth) {
        if (token.kind == PathToken.Kind.NAME) {
            budget.look(1);
            int at = place(token, fields, depth);
            return at >= 0 && into(token, fields.valueAt(at), depth);
        }
        int size = fields.size();
        budget.look(size);
        for (int i = 0; i < size; i++) {
            if (token.follows(fields.keyAt(i)) && into(token, fields.valueAt(i), depth)) {
                return true;
            }
        }
        return false;
    }

    private int place(PathToken token, Fields fields, int depth) {
        Shape shape = fields.shape();
        int last = 2 * depth;
        if (shape == null) {
            return fields.placeOf(token.matcher);
        }
        if (shape == shapes[last]) {
            return places[last];
        }
        if (shape == shapes[last + 1]) {
            return places[last + 1];
        }
        int at = fields.placeOf(token.matcher);
        shapes[last + 1] = shapes[last];
        places[last + 1] = places[last];
        shapes[last] = shape;
        places[last] = at;
        return at;
    }

    private boolean into(PathToken token, Object value, int depth) {
        return token.keeps(value) && from(value, depth + 1);
    }
}
