package dev.sluice.template.builtin;

import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Function;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Rendering;
import java.util.HashMap;
import java.util.Map;

/** The filters, tests and globals by the names that Jinja's manual gives them. */
public final class Builtins {
    /** {@code value|name(arguments)} */
    public interface Filter {
        Object apply(Rendering rendering, Object value, Arguments arguments);
    }

    /** {@code value is name(arguments)} */
    public interface Test {
        boolean holds(Rendering rendering, Object value, Arguments arguments);
    }

    private static final Map<String, Filter> FILTERS = filters(new Functions()
            .withAll(TextFilters.ALL)
            .withAll(LayoutFilters.ALL)
            .withAll(EncodingFilters.ALL)
            .withAll(NumberFilters.ALL)
            .withAll(SequenceFilters.ALL)
            .withAll(SelectionFilters.ALL)
            .withAll(OrderFilters.ALL)
            .withAll(ValueFilters.ALL));

    private static final Map<String, Test> TESTS = tests(
            new Functions().withAll(TypeTests.ALL).withAll(ComparisonTests.ALL).withAll(ValueTests.ALL));

    private Builtins() {}

    private static Map<String, Filter> filters(Functions functions) {
        Map<String, Filter> filters = new HashMap<>();
        functions.forEach((name, function) -> filters.put(name, function::call));
        return filters;
    }

    private static Map<String, Test> tests(Functions functions) {
        Map<String, Test> tests = new HashMap<>();
        functions.forEach((name, function) -> tests.put(name, test(function)));
        return tests;
    }

    private static Test test(Function function) {
        return (rendering, value, arguments) -> (Boolean) function.call(rendering, value, arguments);
    }

    /** The filter, or null when there is none of that name. */
    public static Filter filter(String name) {
        return FILTERS.get(name);
    }

    /** The test, or null when there is none of that name. */
    public static Test test(String name) {
        return TESTS.get(name);
    }

    /** {@code range}, {@code dict}, {@code namespace} and the like, or null when there is none of that name. */
    public static Object global(String name) {
        return Globals.ALL.get(name);
    }
}
