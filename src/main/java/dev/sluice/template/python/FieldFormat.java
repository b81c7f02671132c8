package dev.sluice.template.python;

import java.util.List;
import java.util.Map;

/** {@code pattern.format(...)}: fields in braces, filled by way of {@link Access} and so never beyond it. */
final class FieldFormat {
    private static final int DEEPEST = 2;

    private final Rendering rendering;
    private final List<?> positional;
    private final Map<?, ?> named;
    private final boolean markup;
    /** The number of the next field without one; -1 once a field had one. */
    private int automatic;

    FieldFormat(Rendering rendering, List<?> positional, Map<?, ?> named, boolean markup) {
        this.rendering = rendering;
        this.positional = positional;
        this.named = named;
        this.markup = markup;
    }

    String format(String pattern) {
        return format(pattern, DEEPEST);
    }

    private String format(String pattern, int depth) {
        if (depth < 0) {
            throw new ValueException("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        int length = pattern.length();
        for (int i = 0; i < length; i++) {
            char character = pattern.charAt(i);
            if (character != '{' && character != '}') {
                out.append(character);
            } else if (i + 1 < length && pattern.charAt(i + 1) == character) {
                out.append(character);
                i++;
            } else if (character == '}') {
                throw new ValueException("Single '}' encountered in format string");
            } else {
                int end = end(pattern, i + 1);
                out.append(field(pattern.substring(i + 1, end), depth));
                i = end;
            }
            Pads.within(rendering, out);
        }
        rendering.string(out.length());
        return out.toString();
    }

    private static int end(String pattern, int start) {
        if (start == pattern.length()) {
            throw new ValueException("Single '{' encountered in format string");
        }
        int open = 1;
        for (int i = start; i < pattern.length(); i++) {
            open += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new ValueException("expected '}' before end of string");
    }

    private String field(String field, int depth) {
        int name = 0;
        boolean bracket = false;
        while (name < field.length() && (bracket || field.charAt(name) != '!' && field.charAt(name) != ':')) {
            if (field.charAt(name) == '{') {
                throw new ValueException("unexpected '{' in field name");
            }
            bracket = field.charAt(name) == '[' || bracket && field.charAt(name) != ']';
            name++;
        }
        String spec = "";
        char conversion = 0;
        if (name < field.length()) {
            int colon = name;
            if (field.charAt(name) == '!') {
                conversion = conversion(field, name);
                colon = name + 2;
            }
            spec = colon < field.length() ? field.substring(colon + 1) : "";
        }
        Object value = value(field.substring(0, name));
        Object converted = converted(value, conversion);
        return formatted(converted, spec.isEmpty() ? spec : format(spec, depth - 1));
    }

    private static char conversion(String field, int mark) {
        if (mark + 1 >= field.length()) {
            throw new ValueException("end of string while looking for conversion specifier");
        }
        if (mark + 2 < field.length() && field.charAt(mark + 2) != ':') {
            throw new ValueException("expected ':' after conversion specifier");
        }
        return field.charAt(mark + 1);
    }

    private Object converted(Object value, char conversion) {
        return switch (conversion) {
            case 0 -> value;
            case 's' -> Print.str(rendering, value);
            case 'r' -> Print.repr(rendering, value);
            case 'a' -> Print.ascii(rendering, value);
            default -> throw new ValueException("Unknown conversion specifier " + conversion);
        };
    }

    private String formatted(Object value, String spec) {
        if (!markup) {
            return FormatSpec.format(rendering, value, spec);
        }
        if (value instanceof Markup safe) {
            if (!spec.isEmpty()) {
                throw new ValueException("Unsupported format specification for Markup.");
            }
            return safe.text();
        }
        return Escape.html(FormatSpec.format(rendering, value, spec));
    }

    private Object value(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        Object value = first(path.substring(0, end));
        while (end < path.length()) {
            if (path.charAt(end) == '.') {
                int start = ++end;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                value = Access.attribute(rendering, value, part(path, start, end));
            } else if (path.charAt(end) == '[') {
                int close = path.indexOf(']', end);
                if (close < 0) {
                    throw new ValueException("Missing ']' in format string");
                }
                String key = part(path, end + 1, close);
                value = Access.item(rendering, value, isNumber(key) ? (Object) Long.valueOf(key) : key);
                end = close + 1;
            } else {
                throw new ValueException("Only '.' or '[' may follow ']' in format field specifier");
            }
        }
        return value;
    }

    private static String part(String path, int start, int end) {
        if (start == end) {
            throw new ValueException("Empty attribute in format string");
        }
        return path.substring(start, end);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 18 && text.chars().allMatch(it -> it >= '0' && it <= '9');
    }

    private Object first(String name) {
        if (name.isEmpty() || isNumber(name)) {
            if (name.isEmpty() ? automatic < 0 : automatic > 0) {
                throw new ValueException(
                        name.isEmpty()
                                ? "cannot switch from manual field specification to automatic field numbering"
                                : "cannot switch from automatic field numbering to manual field specification");
            }
            long index = name.isEmpty() ? automatic++ : Long.parseLong(name);
            automatic = name.isEmpty() ? automatic : -1;
            if (index >= positional.size()) {
                throw new ValueException("Replacement index " + index + " out of range for positional args tuple");
            }
            return positional.get((int) index);
        }
        Object value = Maps.get(named, name);
        if (value == Attributed.MISSING) {
            throw new ValueException("The format names an argument that is not given: " + name);
        }
        return value;
    }
}
