package dev.sluice.template;

import dev.sluice.template.builtin.Builtins;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.List;

/**
 * Filters and tests that do not exist. As in Jinja they are errors of the template, save in the branches of {@code if},
 * where they are errors when they are reached.
 */
final class Unknown {
    private final Tokens tokens;
    private final List<TemplateException> found = new ArrayList<>();

    Unknown(Tokens tokens) {
        this.tokens = tokens;
    }

    Builtins.Filter filter(String name, int at, boolean soft) {
        Builtins.Filter filter = Builtins.filter(name);
        if (filter != null) {
            return filter;
        }
        String message = "There is no filter named '" + name + "'.";
        note(at, message, soft);
        return (rendering, value, arguments) -> {
            throw new ValueException(message);
        };
    }

    Builtins.Test test(String name, int at, boolean soft) {
        Builtins.Test test = Builtins.test(name);
        if (test != null) {
            return test;
        }
        String message = "There is no test named '" + name + "'.";
        note(at, message, soft);
        return (rendering, value, arguments) -> {
            throw new ValueException(message);
        };
    }

    private void note(int at, String message, boolean soft) {
        if (!soft) {
            found.add(tokens.error(at, message));
        }
    }

    int count() {
        return found.size();
    }

    /** What was found since then stands in a conditional expression after all. */
    void forgive(int count) {
        found.subList(count, found.size()).clear();
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw found.get(0);
        }
    }
}
