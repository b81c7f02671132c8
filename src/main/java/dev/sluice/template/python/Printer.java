package dev.sluice.template.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** One {@code repr()} on its way; knows the containers it is inside of, so that a cycle is written as dots. */
final class Printer {
    private static final int LONGEST_INTEGER_IN_BITS = 14_284;
    private static final int DIGITS = 4300;

    private final Rendering rendering;
    private final StringBuilder out = new StringBuilder();
    private final List<Object> inside = new ArrayList<>();

    Printer(Rendering rendering) {
        this.rendering = rendering;
    }

    String print(Object value) {
        write(value);
        return out.toString();
    }

    private void write(Object value) {
        if (value instanceof String text) {
            Quote.quote(out, text);
        } else if (value == null) {
            out.append("None");
        } else if (value instanceof Boolean bool) {
            out.append(bool ? "True" : "False");
        } else if (value instanceof Double number) {
            out.append(Floats.repr(number));
        } else if (value instanceof BigInteger number) {
            out.append(digits(number));
        } else if (value instanceof List<?> list) {
            list(rendering.now(list));
        } else if (value instanceof Map<?, ?> map) {
            map(rendering.now(map));
        } else if (value instanceof Markup markup) {
            Quote.quote(out.append("Markup("), markup.text());
            out.append(')');
        } else if (value instanceof DictView view) {
            view(view);
        } else if (value instanceof Attributed object) {
            rendering.enter();
            out.append(object.repr(rendering));
            rendering.leave();
        } else {
            out.append(other(value));
        }
        if (out.length() > rendering.limits().output()) {
            rendering.string(out.length());
        }
    }

    private static String other(Object value) {
        if (value instanceof Number || value instanceof Range || value instanceof BoundMethod) {
            return value.toString();
        }
        if (value instanceof Undefined) {
            return "Undefined";
        }
        if (value instanceof Callable) {
            return "<function>";
        }
        return "<" + Types.name(value) + " object>";
    }

    /** Python refuses to write longer ones, for the time it takes. */
    static String digits(BigInteger number) {
        if (number.bitLength() > LONGEST_INTEGER_IN_BITS + 1) {
            throw tooLong();
        }
        String digits = number.toString();
        if (digits.length() > DIGITS + (number.signum() < 0 ? 1 : 0)) {
            throw tooLong();
        }
        return digits;
    }

    private static ValueException tooLong() {
        return new ValueException(
                "Exceeds the limit (" + DIGITS + " digits) for integer string conversion; use smaller numbers.");
    }

    private void list(List<?> list) {
        boolean tuple = list instanceof Tuple;
        if (entered(list, tuple ? "(...)" : "[...]")) {
            out.append(tuple ? '(' : '[');
            elements(list.iterator());
            out.append(!tuple ? "]" : list.size() == 1 ? ",)" : ")");
            left();
        }
    }

    private void elements(Iterator<?> elements) {
        String separator = "";
        while (elements.hasNext()) {
            out.append(separator);
            write(elements.next());
            separator = ", ";
        }
    }

    private void map(Map<?, ?> map) {
        if (entered(map, "{...}")) {
            out.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                write(entry.getKey());
                out.append(": ");
                write(entry.getValue());
                separator = ", ";
            }
            out.append('}');
            left();
        }
    }

    private void view(DictView view) {
        if (entered(view, "...")) {
            out.append(view.typeName()).append("([");
            elements(view.iterate(rendering));
            out.append("])");
            left();
        }
    }

    private boolean entered(Object container, String cycle) {
        for (Object outer : inside) {
            if (outer == container) {
                out.append(cycle);
                return false;
            }
        }
        rendering.enter();
        inside.add(container);
        return true;
    }

    private void left() {
        inside.remove(inside.size() - 1);
        rendering.leave();
    }
}
