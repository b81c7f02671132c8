package dev.sluice.template.python;

import java.util.List;
import java.util.Map;

/** {@code pattern % values}, printf formatting. */
final class PercentFormat {
    private final Rendering rendering;
    private final String pattern;
    private final Object values;
    private final boolean markup;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int used;
    private boolean mapped;

    PercentFormat(Rendering rendering, String pattern, Object values, boolean markup) {
        this.rendering = rendering;
        this.pattern = pattern;
        this.values = values;
        this.markup = markup;
    }

    String format() {
        int length = pattern.length();
        while (at < length) {
            int percent = pattern.indexOf('%', at);
            if (percent < 0) {
                break;
            }
            out.append(pattern, at, percent);
            at = percent + 1;
            conversion();
            Pads.within(rendering, out);
        }
        out.append(pattern, at, length);
        int given = values instanceof Tuple tuple ? tuple.size() : 1;
        boolean ignorable = values instanceof Map<?, ?>
                || values instanceof List<?> && !(values instanceof Tuple)
                || values instanceof Range
                || values instanceof Undefined;
        if (used < given && !mapped && !ignorable) {
            throw new ValueException("not all arguments converted during string formatting");
        }
        rendering.string(out.length());
        return out.toString();
    }

    private void conversion() {
        PercentField field = new PercentField();
        Object keyed = Attributed.MISSING;
        if (peek() == '(') {
            keyed = keyed();
        }
        while ("-+ #0".indexOf(peek()) >= 0) {
            field.flag(next());
        }
        if (peek() == '*') {
            at++;
            field.width(star());
        } else {
            field.width(number());
        }
        if (peek() == '.') {
            at++;
            if (peek() == '*') {
                at++;
                field.precision(Math.max(0, star()));
            } else {
                field.precision(Math.max(0, number()));
            }
        }
        if ("hlL".indexOf(peek()) >= 0) {
            at++;
        }
        int start = at;
        char type = next();
        if (type == '%') {
            out.append('%');
            return;
        }
        if ("sradiuoxXeEfFgGc".indexOf(type) < 0) {
            throw new ValueException("unsupported format character '" + type + "' (0x" + Integer.toHexString(type)
                    + ") at index " + Text.codePointAt(pattern, start));
        }
        Object value = keyed == Attributed.MISSING ? value() : keyed;
        out.append(field.format(rendering, type, value, markup));
    }

    private char peek() {
        if (at >= pattern.length()) {
            throw new ValueException("incomplete format");
        }
        return pattern.charAt(at);
    }

    private char next() {
        char character = peek();
        at++;
        return character;
    }

    private Object keyed() {
        if (!(values instanceof Map<?, ?> map)) {
            throw new ValueException("format requires a mapping");
        }
        int start = ++at;
        for (int depth = 1; depth > 0; at++) {
            if (at >= pattern.length()) {
                throw new ValueException("incomplete format key");
            }
            depth += pattern.charAt(at) == '(' ? 1 : pattern.charAt(at) == ')' ? -1 : 0;
        }
        String key = pattern.substring(start, at - 1);
        Object value = Maps.get(rendering.now(map), key);
        if (value == Attributed.MISSING) {
            throw new ValueException("The format names a key that is not there: " + key);
        }
        mapped = true;
        return value;
    }

    private Object value() {
        if (values instanceof Tuple tuple) {
            if (used >= tuple.size()) {
                throw new ValueException("not enough arguments for format string");
            }
            return tuple.get(used++);
        }
        if (used > 0 || mapped) {
            throw new ValueException("not enough arguments for format string");
        }
        used++;
        return values;
    }

    private int star() {
        Object width = value();
        if (!Types.isInteger(width)) {
            throw new ValueException("* wants int");
        }
        return Numbers.pinned(width);
    }

    private int number() {
        long number = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = number * 10 + next() - '0';
            if (number > Integer.MAX_VALUE) {
                throw new ValueException("width too big");
            }
        }
        return (int) number;
    }
}
