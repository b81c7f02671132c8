package dev.sluice.template;

import java.util.List;

/**
 * A macro, or the body of a {@code call}, as it is written.
 *
 * @param name null for the body of a {@code call}
 * @param defaults as many as parameters, null where there is none
 * @param caller null unless the body asks for it, as {@code named} and {@code more}
 * @param named the name {@code kwargs}
 * @param more the name {@code varargs}
 * @param levels how deep the body nests
 */
record MacroDefinition(
        String name,
        List<Name> parameters,
        List<Expression> defaults,
        Name caller,
        Name named,
        Name more,
        boolean usesCaller,
        Scope scope,
        Body body,
        int levels) {

    int indexOf(String parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return i;
            }
        }
        return -1;
    }

    String words() {
        return "macro " + (name == null ? "None" : "'" + name + "'");
    }
}
