package dev.sluice.template.builtin;

import dev.sluice.template.python.Convert;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Pads;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Sorting;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code tojson}: sorted keys, nothing beyond ASCII, nothing that HTML would read. */
final class Json {
    private final Rendering rendering;
    private final String indent;
    private final StringBuilder out = new StringBuilder();
    private final List<Object> inside = new ArrayList<>();

    private Json(Rendering rendering, String indent) {
        this.rendering = rendering;
        this.indent = indent;
    }

    /** @param indent null for one line, else the blanks of a level, or how many */
    static Markup write(Rendering rendering, Object value, Object indent) {
        String blanks = Text.of(indent);
        if (indent != null && blanks == null) {
            int count = Math.max(0, Convert.index(indent));
            rendering.string(count);
            blanks = " ".repeat(count);
        }
        Json json = new Json(rendering, blanks);
        json.value(value);
        rendering.string(json.out.length());
        return new Markup(json.out.toString());
    }

    private void value(Object value) {
        String text = Text.of(value);
        if (text != null) {
            string(text);
        } else if (value == null) {
            out.append("null");
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (Types.isNumber(value)) {
            out.append(number(value));
        } else if (value instanceof List<?> list) {
            enter(list);
            list(rendering.now(list));
            leave();
        } else if (value instanceof Map<?, ?> map) {
            enter(map);
            map(rendering.now(map));
            leave();
        } else {
            throw new ValueException("Object of type " + Types.name(value) + " is not JSON serializable");
        }
        Pads.within(rendering, out);
    }

    private void enter(Object container) {
        for (Object outer : inside) {
            if (outer == container) {
                throw new ValueException("Circular reference detected");
            }
        }
        rendering.enter();
        inside.add(container);
    }

    private void leave() {
        inside.remove(inside.size() - 1);
        rendering.leave();
    }

    private String number(Object number) {
        if (number instanceof Double value && (value.isNaN() || value.isInfinite())) {
            return value.isNaN() ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        return Print.repr(rendering, number);
    }

    private void list(List<?> list) {
        out.append('[');
        boolean first = true;
        for (Object element : list) {
            separate(first);
            value(element);
            first = false;
        }
        close(list.isEmpty(), ']');
    }

    private void map(Map<?, ?> map) {
        List<Object> keys = new ArrayList<>(map.keySet());
        List<Object> values = new ArrayList<>(map.values());
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.add(new Object[] {keys.get(i), values.get(i)});
        }
        out.append('{');
        boolean first = true;
        for (Object each : Sorting.sort(
                rendering, entries, keys, false, (left, right) -> Operators.less(rendering, left, right))) {
            Object[] entry = (Object[]) each;
            separate(first);
            string(key(entry[0]));
            out.append(": ");
            value(entry[1]);
            first = false;
        }
        close(map.isEmpty(), '}');
    }

    private void separate(boolean first) {
        if (!first) {
            out.append(indent == null ? ", " : ",");
        }
        if (indent != null) {
            newLine(inside.size());
        }
    }

    private void close(boolean empty, char bracket) {
        if (indent != null && !empty) {
            newLine(inside.size() - 1);
        }
        out.append(bracket);
    }

    private void newLine(int level) {
        out.append('\n').append(indent.repeat(level));
        Pads.within(rendering, out);
    }

    private String key(Object key) {
        if (Text.of(key) != null) {
            return Text.of(key);
        }
        if (key == null || key instanceof Boolean) {
            return String.valueOf(key);
        }
        if (Types.isNumber(key)) {
            return number(key);
        }
        throw new ValueException("keys must be str, int, float, bool or None, not " + Types.name(key));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (character < ' ' || character > '~' || "<>&'".indexOf(character) >= 0) {
                        unicode(character);
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }

    private void unicode(char character) {
        String hex = Integer.toHexString(character);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
}
