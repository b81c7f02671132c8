package dev.sluice.template.builtin;

import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Sorting;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code pprint}: what does not fit into 80 columns gets a line for each element, entries of maps are sorted. */
final class Pretty {
    private static final int WIDTH = 80;

    private final Rendering rendering;
    private final StringBuilder out = new StringBuilder();

    private Pretty(Rendering rendering) {
        this.rendering = rendering;
    }

    static String print(Rendering rendering, Object value) {
        Pretty pretty = new Pretty(rendering);
        pretty.write(value, 0, 0);
        rendering.string(pretty.out.length());
        return pretty.out.toString();
    }

    /**
     * @param indent the column it begins in
     * @param reserved columns for what closes the containers around it
     */
    private void write(Object value, int indent, int reserved) {
        rendering.enter();
        String line = line(value);
        if (Text.length(line) <= WIDTH - indent - reserved) {
            out.append(line);
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            entries(rendering.now(map), indent, reserved + 1);
            out.append('}');
        } else if (value instanceof List<?> list) {
            boolean tuple = list instanceof Tuple;
            List<?> now = rendering.now(list);
            String close = !tuple ? "]" : now.size() == 1 ? ",)" : ")";
            out.append(tuple ? '(' : '[');
            elements(now, indent + 1, reserved + close.length());
            out.append(close);
        } else if (value instanceof String text) {
            PrettyText.write(rendering, out, text, indent, reserved, WIDTH);
        } else {
            out.append(line);
        }
        rendering.leave();
    }

    private void elements(List<?> elements, int indent, int reserved) {
        for (int i = 0; i < elements.size(); i++) {
            boolean last = i == elements.size() - 1;
            write(elements.get(i), indent, last ? reserved : 1);
            if (!last) {
                out.append(",\n").append(" ".repeat(indent));
            }
        }
    }

    private void entries(Map<?, ?> map, int indent, int reserved) {
        List<Map.Entry<?, ?>> entries = sorted(map);
        for (int i = 0; i < entries.size(); i++) {
            boolean last = i == entries.size() - 1;
            String key = line(entries.get(i).getKey());
            out.append(key).append(": ");
            write(entries.get(i).getValue(), indent + 1 + Text.length(key) + 2, last ? reserved : 1);
            if (!last) {
                out.append(",\n").append(" ".repeat(indent + 1));
            }
        }
    }

    /** {@code repr()} with sorted entries. */
    private String line(Object value) {
        if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
            return Print.repr(rendering, value);
        }
        rendering.enter();
        StringBuilder line = new StringBuilder();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : sorted(rendering.now(map))) {
                line.append(line.length() == 0 ? "" : ", ");
                line.append(line(entry.getKey())).append(": ").append(line(entry.getValue()));
            }
            line.insert(0, '{').append('}');
        } else {
            List<?> list = rendering.now((List<?>) value);
            for (Object element : list) {
                line.append(line.length() == 0 ? "" : ", ").append(line(element));
            }
            boolean tuple = list instanceof Tuple;
            line.insert(0, tuple ? '(' : '[').append(!tuple ? "]" : list.size() == 1 ? ",)" : ")");
        }
        rendering.leave();
        rendering.string(line.length());
        return line.toString();
    }

    private List<Map.Entry<?, ?>> sorted(Map<?, ?> map) {
        List<Object> entries = new ArrayList<>(map.entrySet());
        List<Object> keys = new ArrayList<>(map.keySet());
        List<Map.Entry<?, ?>> sorted = new ArrayList<>();
        for (Object entry : Sorting.sort(rendering, entries, keys, false, this::before)) {
            sorted.add((Map.Entry<?, ?>) entry);
        }
        return sorted;
    }

    /** Keys that Python cannot compare are ordered by the names of their types. */
    private boolean before(Object left, Object right) {
        try {
            return Operators.less(rendering, left, right);
        } catch (ValueException incomparable) {
            return Types.name(left).compareTo(Types.name(right)) < 0;
        }
    }
}
