package dev.sluice.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code value[from:to:step]} */
final class Slices {
    private Slices() {}

    static Object slice(Rendering rendering, Object value, Object from, Object to, Object step) {
        String text = Text.of(value);
        if (text == null && !(value instanceof List<?>) && !(value instanceof Range)) {
            throw new ValueException(
                    value instanceof Map<?, ?>
                            ? "unhashable type: 'slice'"
                            : "'" + Types.name(value) + "' object is not subscriptable");
        }
        if (!isBound(from) || !isBound(to) || !isBound(step)) {
            throw new ValueException("slice indices must be integers or None or have an __index__ method");
        }
        int size = Access.length(rendering, value);
        int by = step == null ? 1 : Numbers.pinned(step);
        if (by == 0) {
            throw new ValueException("slice step cannot be zero");
        }
        int start = from == null ? by > 0 ? 0 : size - 1 : within(from, size, by);
        int stop = to == null ? by > 0 ? size : -1 : within(to, size, by);
        int count = by > 0
                ? start < stop ? (int) ((stop - start - 1L) / by) + 1 : 0
                : stop < start ? (int) ((start - stop - 1L) / -(long) by) + 1 : 0;
        if (value instanceof Range range) {
            return new Range(
                    range.start() + start * range.step(), range.start() + stop * range.step(), range.step() * by);
        }
        if (text == null) {
            return list(rendering, rendering.now((List<?>) value), start, count, by);
        }
        rendering.string(count);
        String part = by == 1 ? Text.part(text, start, start + count) : part(text, start, count, by);
        return value instanceof Markup ? new Markup(part) : part;
    }

    private static boolean isBound(Object bound) {
        return bound == null || Types.isInteger(bound);
    }

    private static int within(Object bound, int size, int step) {
        int index = Numbers.pinned(bound);
        if (index < 0) {
            return Math.max(index + size, step > 0 ? 0 : -1);
        }
        return Math.min(index, step > 0 ? size : size - 1);
    }

    private static Object list(Rendering rendering, List<?> list, int start, int count, int step) {
        rendering.elements(count);
        if (step == 1 && !(list instanceof Tuple)) {
            return new OwnList(list.subList(start, start + count));
        }
        List<Object> part = new ArrayList<>(count);
        long index = start;
        for (int i = 0; i < count; i++, index += step) {
            part.add(list.get((int) index));
        }
        return list instanceof Tuple ? new Tuple(part.toArray()) : new OwnList(part);
    }

    private static String part(String text, int start, int count, int step) {
        int[] characters = text.codePoints().toArray();
        StringBuilder part = new StringBuilder(count);
        long index = start;
        for (int i = 0; i < count; i++, index += step) {
            part.appendCodePoint(characters[(int) index]);
        }
        return part.toString();
    }
}
