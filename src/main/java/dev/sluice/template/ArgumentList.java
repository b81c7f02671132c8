package dev.sluice.template;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of a call, filter or test as they are written.
 *
 * @param more after {@code *}, or null
 * @param moreNamed after {@code **}, or null
 */
record ArgumentList(
        int at,
        List<Expression> positional,
        List<String> names,
        List<Expression> named,
        Expression more,
        Expression moreNamed) {
    static final ArgumentList NONE = new ArgumentList(0, List.of(), List.of(), List.of(), null, null);

    static ArgumentList of(Expression only) {
        return new ArgumentList(0, List.of(only), List.of(), List.of(), null, null);
    }

    /** With one more argument, by name. */
    ArgumentList with(String name, Expression value) {
        List<String> moreNames = new ArrayList<>(names);
        moreNames.add(name);
        List<Expression> moreValues = new ArrayList<>(named);
        moreValues.add(value);
        return new ArgumentList(at, positional, List.copyOf(moreNames), List.copyOf(moreValues), more, moreNamed);
    }

    Arguments values(Frame frame) {
        if (this == NONE) {
            return Arguments.NONE;
        }
        if (more != null || moreNamed != null) {
            return spread(frame);
        }
        // The same as values(), without one call on the stack for each level of nesting.
        List<Object> given = List.of();
        if (!positional.isEmpty()) {
            Object[] values = new Object[positional.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = positional.get(i).value(frame);
            }
            given = Arrays.asList(values);
        }
        return new Arguments(given, names, names.isEmpty() ? List.of() : values(named, frame));
    }

    private static List<Object> values(List<Expression> expressions, Frame frame) {
        if (expressions.isEmpty()) {
            return List.of();
        }
        Object[] values = new Object[expressions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = expressions.get(i).value(frame);
        }
        return Arrays.asList(values);
    }

    private Arguments spread(Frame frame) {
        List<Object> all = new ArrayList<>(values(positional, frame));
        if (more != null) {
            Object elements = more.value(frame);
            Rendering rendering = frame.at(at);
            Iterator<Object> iterator = Access.iterate(rendering, elements);
            while (iterator.hasNext()) {
                rendering.elements(1);
                all.add(iterator.next());
            }
        }
        List<String> allNames = new ArrayList<>(names);
        List<Object> allNamed = new ArrayList<>(values(named, frame));
        if (moreNamed != null) {
            Object entries = moreNamed.value(frame);
            spreadNamed(frame.at(at), entries, allNames, allNamed);
        }
        return new Arguments(all, allNames, allNamed);
    }

    private static void spreadNamed(Rendering rendering, Object entries, List<String> names, List<Object> named) {
        if (!(entries instanceof Map<?, ?> map)) {
            throw new ValueException("argument after ** must be a mapping, not " + Types.name(entries));
        }
        rendering.elements(map.size());
        Set<String> taken = new HashSet<>(names);
        for (Map.Entry<?, ?> entry : rendering.now(map).entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new ValueException("keywords must be strings");
            }
            if (!taken.add(name)) {
                throw new ValueException("got multiple values for keyword argument '" + name + "'");
            }
            names.add(name);
            named.add(entry.getValue());
        }
    }
}
