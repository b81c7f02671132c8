package dev.sluice.template.python;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which attributes a value has: its methods and a few plain numbers, and never a name of Python's machinery. */
final class Attributes {
    private static final Set<String> OF_EVERYTHING = Set.of(
            "__class__",
            "__delattr__",
            "__dir__",
            "__doc__",
            "__eq__",
            "__format__",
            "__ge__",
            "__getattribute__",
            "__getstate__",
            "__gt__",
            "__hash__",
            "__init__",
            "__init_subclass__",
            "__le__",
            "__lt__",
            "__ne__",
            "__new__",
            "__reduce__",
            "__reduce_ex__",
            "__repr__",
            "__setattr__",
            "__sizeof__",
            "__str__",
            "__subclasshook__",
            "__module__",
            "__dict__");
    private static final Set<String> OF_MAPS = Set.of(
            "__class_getitem__",
            "__contains__",
            "__delitem__",
            "__getitem__",
            "__ior__",
            "__iter__",
            "__len__",
            "__or__",
            "__reversed__",
            "__ror__",
            "__setitem__");
    private static final Set<String> OF_GENERATORS =
            Set.of("gi_code", "gi_frame", "gi_running", "gi_suspended", "gi_yieldfrom");

    private Attributes() {}

    /** The attribute, an Undefined that says it is out of reach, or {@link Attributed#MISSING}. */
    static Object of(Object value, String name) {
        if (name.startsWith("_")) {
            return isUnsafe(value, name) ? unsafe(value, name) : Attributed.MISSING;
        }
        if (value instanceof Map<?, ?>) {
            return method(value, DictMethods.ALL.get(name));
        }
        if (value instanceof String || value instanceof Markup) {
            return method(value, StringMethods.ALL.get(name));
        }
        if (value instanceof Attributed object) {
            Object attribute = object.attribute(name);
            return attribute == Attributed.MISSING && value instanceof Tuple
                    ? method(value, TupleMethods.ALL.get(name))
                    : attribute;
        }
        if (value instanceof List<?>) {
            return method(value, (value instanceof Tuple ? TupleMethods.ALL : ListMethods.ALL).get(name));
        }
        if (Types.isNumber(value)) {
            return NumberMethods.of(value, name);
        }
        return rare(value, name);
    }

    private static Object rare(Object value, String name) {
        if (value instanceof Range range) {
            return switch (name) {
                case "start" -> range.start();
                case "stop" -> range.stop();
                case "step" -> range.step();
                default -> method(value, TupleMethods.ALL.get(name));
            };
        }
        if (value instanceof Generator && OF_GENERATORS.contains(name)) {
            return unsafe(value, name);
        }
        return Attributed.MISSING;
    }

    private static Object method(Object self, Function function) {
        return function == null ? Attributed.MISSING : new BoundMethod(self, function);
    }

    private static boolean isUnsafe(Object value, String name) {
        return OF_EVERYTHING.contains(name) || value instanceof Map<?, ?> && OF_MAPS.contains(name);
    }

    private static Undefined unsafe(Object value, String name) {
        return Undefined.because("access to attribute '" + name + "' of '" + Types.name(value) + "' object is unsafe.");
    }
}
