package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Dict;
import dev.sluice.template.python.Functions;
import dev.sluice.template.python.Generator;
import dev.sluice.template.python.Keys;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Filters that take elements one by one: changed by a filter, or chosen by a test. */
final class SelectionFilters {
    static final Functions ALL = new Functions()
            .with("map(*args, **kwargs)", SelectionFilters::map)
            .with("select(*args, **kwargs)", (r, value, given) -> chosen(r, value, given, false, true))
            .with("reject(*args, **kwargs)", (r, value, given) -> chosen(r, value, given, false, false))
            .with("selectattr(*args, **kwargs)", (r, value, given) -> chosen(r, value, given, true, true))
            .with("rejectattr(*args, **kwargs)", (r, value, given) -> chosen(r, value, given, true, false))
            .with("unique(case_sensitive=False, attribute=None)", SelectionFilters::unique);

    private SelectionFilters() {}

    private static Object map(Rendering rendering, Object value, Object[] given) {
        return new Generator(rendering, "sync_do_map", new Lazily(rendering, value, () -> {
            UnaryOperator<Object> change = change(rendering, (Tuple) given[0], (Dict) given[1]);
            return element -> new Lazily.Made(change.apply(element));
        }));
    }

    private static UnaryOperator<Object> change(Rendering rendering, Tuple positional, Dict named) {
        if (positional.isEmpty() && named.containsKey("attribute")) {
            Dict rest = Dict.copyOf(named);
            Getter getter = new Getter(rendering, rest.remove("attribute"), rest.remove("default"));
            if (!rest.isEmpty()) {
                throw new ValueException("Unexpected keyword argument '"
                        + rest.keySet().iterator().next() + "'");
            }
            return getter::get;
        }
        if (positional.isEmpty()) {
            throw new ValueException("map requires a filter argument");
        }
        Builtins.Filter filter = Builtins.filter(name(positional.get(0)));
        if (filter == null) {
            throw new ValueException("No filter named '" + name(positional.get(0)) + "'.");
        }
        Arguments arguments = arguments(positional, 1, named);
        return element -> filter.apply(rendering, element, arguments);
    }

    private static Object chosen(
            Rendering rendering, Object value, Object[] given, boolean byAttribute, boolean wanted) {
        return new Generator(rendering, "select_or_reject", new Lazily(rendering, value, () -> {
            Predicate<Object> test = test(rendering, (Tuple) given[0], (Dict) given[1], byAttribute);
            return element -> test.test(element) == wanted ? new Lazily.Made(element) : null;
        }));
    }

    private static Predicate<Object> test(Rendering rendering, Tuple given, Dict named, boolean byAttribute) {
        if (byAttribute && given.isEmpty()) {
            throw new ValueException("Missing parameter for attribute name");
        }
        int at = byAttribute ? 1 : 0;
        Getter getter = new Getter(rendering, byAttribute ? given.get(0) : null, null);
        if (given.size() <= at) {
            return element -> Operators.truth(rendering, getter.get(element));
        }
        Builtins.Test test = Builtins.test(name(given.get(at)));
        if (test == null) {
            throw new ValueException("No test named '" + name(given.get(at)) + "'.");
        }
        Arguments arguments = arguments(given, at + 1, named);
        return element -> test.holds(rendering, getter.get(element), arguments);
    }

    private static String name(Object value) {
        String name = Text.of(value);
        if (name == null) {
            throw new ValueException("A filter or test is named by a string, not by a " + Types.name(value) + ".");
        }
        return name;
    }

    private static Arguments arguments(Tuple given, int from, Map<?, ?> named) {
        List<String> names = new ArrayList<>();
        named.keySet().forEach(name -> names.add((String) name));
        return new Arguments(
                Collections.unmodifiableList(given.subList(from, given.size())),
                names,
                new ArrayList<Object>(named.values()));
    }

    private static Object unique(Rendering rendering, Object value, Object[] given) {
        boolean caseSensitive = Operators.truth(rendering, given[0]);
        Getter getter = new Getter(rendering, given[1], null);
        Set<Object> seen = new HashSet<>();
        Iterator<Object> elements = Access.iterate(rendering, value);
        return new Generator(
                rendering,
                "sync_do_unique",
                new Lazily(
                        rendering,
                        elements,
                        element -> seen.add(Keys.of(getter.key(element, caseSensitive)))
                                ? new Lazily.Made(element)
                                : null));
    }
}
