package dev.sluice.template.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code +} and {@code *} of strings, lists and tuples, each counted before it is made. */
final class Joining {
    private Joining() {}

    static Object add(Rendering rendering, Object left, Object right) {
        if (left instanceof String one && right instanceof String other) {
            rendering.string((long) one.length() + other.length());
            return one.concat(other);
        }
        if (left instanceof Markup || right instanceof Markup) {
            return markup(rendering, left, right);
        }
        if (left instanceof List<?> one
                && right instanceof List<?> other
                && one instanceof Tuple == other instanceof Tuple) {
            List<?> first = rendering.now(one);
            List<?> second = rendering.now(other);
            rendering.elements((long) first.size() + second.size());
            List<Object> all = new ArrayList<>(first.size() + second.size());
            all.addAll(first);
            all.addAll(second);
            return one instanceof Tuple ? new Tuple(all.toArray()) : new OwnList(all);
        }
        if (right instanceof Undefined nothing) {
            throw nothing.refusal();
        }
        if (left instanceof String) {
            throw new ValueException("can only concatenate str (not \"" + Types.name(right) + "\") to str");
        }
        if (left instanceof List<?>) {
            String type = Types.name(left);
            throw new ValueException(
                    "can only concatenate " + type + " (not \"" + Types.name(right) + "\") to " + type);
        }
        throw Operators.unsupported("+", left, right);
    }

    private static Object markup(Rendering rendering, Object left, Object right) {
        if (Text.of(left) == null || Text.of(right) == null) {
            throw Operators.unsupported("+", left, right);
        }
        String one = Escape.escape(rendering, left).text();
        String other = Escape.escape(rendering, right).text();
        rendering.string((long) one.length() + other.length());
        return new Markup(one.concat(other));
    }

    static Object multiply(Rendering rendering, Object left, Object right) {
        if (left instanceof Undefined || right instanceof Undefined) {
            throw Operators.unsupported("*", left, right);
        }
        boolean leftRepeats = isSequence(left);
        if (!leftRepeats && !isSequence(right)) {
            throw Operators.unsupported("*", left, right);
        }
        Object sequence = leftRepeats ? left : right;
        Object times = leftRepeats ? right : left;
        if (!Types.isInteger(times)) {
            throw new ValueException("can't multiply sequence by non-int of type '" + Types.name(times) + "'");
        }
        int count = Math.max(0, Numbers.pinned(times));
        if (sequence instanceof List<?> list) {
            return repeat(rendering, rendering.now(list), count);
        }
        String text = Text.of(sequence);
        rendering.string((long) text.length() * count);
        String repeated = text.isEmpty() ? "" : text.repeat(count);
        return sequence instanceof Markup ? new Markup(repeated) : repeated;
    }

    private static boolean isSequence(Object value) {
        return value instanceof List<?> || value instanceof String || value instanceof Markup;
    }

    private static Object repeat(Rendering rendering, List<?> list, int count) {
        rendering.elements((long) list.size() * count);
        List<Object> all = new ArrayList<>(list.size() * (list.isEmpty() ? 0 : count));
        if (!list.isEmpty()) {
            Collections.nCopies(count, list).forEach(all::addAll);
        }
        return list instanceof Tuple ? new Tuple(all.toArray()) : new OwnList(all);
    }
}
