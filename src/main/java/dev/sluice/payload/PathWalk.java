package dev.sluice.payload;

import java.util.List;
import java.util.function.Predicate;

/** One walk of a path through data, depth first, which meets values in the order the original lists them. */
final class PathWalk {
    private final PathToken[] tokens;
    private final Budget budget;
    private final Predicate<Object> visitor;

    /** For each token where its name is. */
    private final FieldPlace[] places;

    PathWalk(PathToken[] tokens, Budget budget, Predicate<Object> visitor) {
        this.tokens = tokens;
        this.budget = budget;
        this.visitor = visitor;
        places = new FieldPlace[tokens.length];
    }

    /** Walks on from a value; true when the visitor asked to stop. */
    boolean from(Object value, int depth) {
        if (depth == tokens.length) {
            return visitor.test(value);
        }
        PathToken token = tokens[depth];
        if (value instanceof Fields fields) {
            return throughMap(token, fields, depth);
        }
        if (PhpArray.is(value)) {
            return value instanceof List<?> list
                    ? throughList(token, list, depth)
                    : throughMap(token, PhpArray.fields(value), depth);
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
            int at = place(token, depth).in(fields);
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

    private FieldPlace place(PathToken token, int depth) {
        FieldPlace known = places[depth];
        if (known == null) {
            known = new FieldPlace(token.matcher);
            places[depth] = known;
        }
        return known;
    }

    private boolean into(PathToken token, Object value, int depth) {
        return token.keeps(value) && from(value, depth + 1);
    }
}
