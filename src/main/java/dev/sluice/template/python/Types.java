package dev.sluice.template.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What Python calls the types of values. */
public final class Types {
    private Types() {}

    /** {@code type(value).__name__} */
    public static String name(Object value) {
        if (value == null) {
            return "NoneType";
        }
        if (value instanceof String) {
            return "str";
        }
        if (isInteger(value)) {
            return value instanceof Boolean ? "bool" : "int";
        }
        if (value instanceof Double) {
            return "float";
        }
        if (value instanceof List<?>) {
            return value instanceof Tuple ? "tuple" : "list";
        }
        if (value instanceof Map<?, ?>) {
            return "dict";
        }
        if (value instanceof Attributed object) {
            return object.typeName();
        }
        return rare(value);
    }

    private static String rare(Object value) {
        if (value instanceof Markup) {
            return "Markup";
        }
        if (value instanceof Undefined) {
            return "Undefined";
        }
        if (value instanceof Range) {
            return "range";
        }
        if (value instanceof DictView view) {
            return view.typeName();
        }
        if (value instanceof Generator) {
            return "generator";
        }
        if (value instanceof BoundMethod) {
            return "builtin_function_or_method";
        }
        return value instanceof Callable ? "function" : "object";
    }

    /** What Jinja says of the owner of a missing attribute: {@code dict object}, or {@code None}. */
    static String owner(Object value) {
        return switch (value == null ? "" : name(value)) {
            case "" -> "None";
            case "Markup" -> "markupsafe.Markup object";
            default -> name(value) + " object";
        };
    }

    /** An {@code int}, which a {@code bool} is too. */
    public static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof Boolean || value instanceof BigInteger;
    }

    /** An {@code int}, {@code bool} or {@code float}. */
    public static boolean isNumber(Object value) {
        return value instanceof Double || isInteger(value);
    }
}
