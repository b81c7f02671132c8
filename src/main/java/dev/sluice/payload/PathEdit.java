package dev.sluice.payload;

import java.util.List;

/** Insert and remove along a path: copies what lies on the way to a change, and shares everything else. */
final class PathEdit {
    private final HashPath path;
    private final PathToken[] tokens;
    private final Budget budget;

    /** From this token on the path names one key after the other. */
    private final int simpleFrom;

    PathEdit(HashPath path, PathToken[] tokens) {
        this.path = path;
        this.tokens = tokens;
        this.budget = new Budget(path);
        int from = tokens.length;
        while (from > 0 && tokens[from - 1].simple) {
            from--;
        }
        this.simpleFrom = from;
    }

    Object insert(Object node, Object value, int depth) {
        requireArray(node);
        if (depth >= simpleFrom) {
            return set(node, value, depth);
        }
        PathToken token = tokens[depth];
        return replaceEach(node, token, child -> {
            if (token.conditions != null) {
                requireArray(child);
                if (!token.keeps(child)) {
                    return child;
                }
            }
            return depth + 1 < tokens.length ? insert(child, value, depth + 1) : merge(child, value);
        });
    }

    Object remove(Object node, int depth) {
        if (depth >= simpleFrom) {
            return unset(node, depth);
        }
        PathToken token = tokens[depth];
        boolean last = depth + 1 == tokens.length;
        return replaceEach(node, token, child -> {
            if (!PhpArray.is(child)) {
                return last ? PhpArray.ABSENT : child;
            }
            Object changed = child;
            if (token.keeps(child)) {
                if (!last) {
                    changed = remove(child, depth + 1);
                } else if (token.conditions != null) {
                    return PhpArray.ABSENT;
                }
            }
            return PhpArray.size(changed) == 0 ? PhpArray.ABSENT : changed;
        });
    }

    private Object set(Object node, Object value, int depth) {
        String key = tokens[depth].matcher;
        if (depth + 1 == tokens.length) {
            return PhpArray.with(node, key, value);
        }
        Object child = PhpArray.child(node, key, null);
        return PhpArray.with(node, key, set(PhpArray.is(child) ? child : List.of(), value, depth + 1));
    }

    private Object unset(Object node, int depth) {
        if (!PhpArray.is(node)) {
            return node;
        }
        String key = tokens[depth].matcher;
        if (depth + 1 == tokens.length) {
            return PhpArray.without(node, key);
        }
        Object child = PhpArray.child(node, key, null);
        Object changed = unset(child, depth + 1);
        return changed == child ? node : PhpArray.with(node, key, changed);
    }

    /** Replaces the values that a token follows; {@link PhpArray#ABSENT} drops the key. Nothing changed: the node itself. */
    private Object replaceEach(Object node, PathToken token, Change change) {
        budget.look(PhpArray.size(node));
        ArrayBuilder result = new ArrayBuilder();
        boolean[] changed = {false};
        PhpArray.anyEntry(node, (key, value) -> {
            Object replacement = token.follows(key) ? change.of(value) : value;
            changed[0] |= replacement != value;
            if (replacement != PhpArray.ABSENT) {
                result.put(key, replacement);
            }
            return false;
        });
        return changed[0] ? result.build() : node;
    }

    /** PHP's array_merge: numbered values of both one after the other, named ones of the second over the first. */
    private Object merge(Object array, Object value) {
        requireArray(array);
        Object more = value == null ? List.of() : PhpArray.is(value) ? value : List.of(value);
        if (PhpArray.size(more) == 0 && array instanceof List) {
            return array;
        }
        budget.look(PhpArray.size(array) + PhpArray.size(more));
        ArrayBuilder merged = new ArrayBuilder();
        PhpArray.Visitor add = (key, each) -> {
            if (NumericText.isIntegerKey(key)) {
                merged.append(each);
            } else {
                merged.put(key, each);
            }
            return false;
        };
        PhpArray.anyEntry(array, add);
        PhpArray.anyEntry(more, add);
        return merged.build();
    }

    private void requireArray(Object node) {
        if (!PhpArray.is(node)) {
            throw path.notAnArray(node);
        }
    }

    private interface Change {
        Object of(Object value);
    }
}
