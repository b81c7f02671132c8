package dev.sluice.template.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a function and how arguments come to them, as Python binds them.
 *
 * <p>Written as in Python, {@code truncate(length=255, killwords=False, end='...', leeway=None)}, with literals as
 * defaults; {@code ?} as a default stands for {@link Attributed#MISSING}. A trailing {@code /} forbids keywords, a
 * {@code *} between forbids positional arguments after it; {@code *args} comes as a Tuple, {@code **kwargs} as a Dict.
 */
public final class Signature {
    private final String name;
    private final List<String> parameters = new ArrayList<>();
    private final List<Object> defaults = new ArrayList<>();
    private int positional;
    private int required;
    private boolean keywordsAllowed = true;
    private boolean more;
    private boolean moreNamed;

    private Signature(String name) {
        this.name = name;
    }

    public static Signature of(String declaration) {
        int open = declaration.indexOf('(');
        Signature signature = new Signature(declaration.substring(0, open));
        boolean starred = false;
        for (String parameter :
                declaration.substring(open + 1, declaration.length() - 1).split(", (?!')")) {
            if (parameter.startsWith("**")) {
                signature.moreNamed = true;
            } else if (parameter.startsWith("*")) {
                signature.more = parameter.length() > 1;
                starred = true;
            } else if (parameter.equals("/")) {
                signature.keywordsAllowed = false;
            } else if (!parameter.isEmpty()) {
                signature.parameter(parameter, starred);
            }
        }
        return signature;
    }

    private void parameter(String declaration, boolean afterStar) {
        int equals = declaration.indexOf('=');
        parameters.add(equals < 0 ? declaration : declaration.substring(0, equals));
        defaults.add(equals < 0 ? null : literal(declaration.substring(equals + 1)));
        if (equals < 0) {
            required++;
        }
        if (!afterStar) {
            positional++;
        }
    }

    private static Object literal(String text) {
        return switch (text) {
            case "None" -> null;
            case "True" -> true;
            case "False" -> false;
            case "?" -> Attributed.MISSING;
            default -> text.startsWith("'") ? text.substring(1, text.length() - 1) : number(text);
        };
    }

    private static Object number(String text) {
        return text.contains(".") ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text);
    }

    public String name() {
        return name;
    }

    /** One value for each parameter, then the further positional arguments and the further named ones if declared. */
    public Object[] bind(Arguments arguments) {
        int count = parameters.size();
        Object[] bound = new Object[count + (more ? 1 : 0) + (moreNamed ? 1 : 0)];
        List<Object> given = arguments.positional();
        if (given.size() > positional && !more) {
            throw tooMany(given.size());
        }
        int filled = Math.min(given.size(), positional);
        for (int i = 0; i < filled; i++) {
            bound[i] = given.get(i);
        }
        if (more) {
            bound[count] = given.size() > positional
                    ? new Tuple(given.subList(positional, given.size()).toArray())
                    : Tuple.EMPTY;
        }
        if (moreNamed) {
            bound[bound.length - 1] = new Dict();
        }
        if (filled == count && arguments.names().isEmpty()) {
            return bound;
        }
        Arrays.fill(bound, filled, count, UNSET);
        named(arguments, bound, filled);
        defaults(bound, filled);
        return bound;
    }

    private static final Object UNSET = new Object();

    private void named(Arguments arguments, Object[] bound, int filled) {
        List<String> names = arguments.names();
        for (int i = 0; i < names.size(); i++) {
            int at = parameters.indexOf(names.get(i));
            if (at >= 0 && at < filled && !moreNamed) {
                throw new ValueException(name + "() got multiple values for argument '" + names.get(i) + "'");
            }
            if (at >= filled && keywordsAllowed) {
                bound[at] = arguments.named().get(i);
            } else if (moreNamed) {
                ((Dict) bound[bound.length - 1])
                        .put(names.get(i), arguments.named().get(i));
            } else if (!keywordsAllowed) {
                throw new ValueException(name + "() takes no keyword arguments");
            } else {
                throw new ValueException(name + "() got an unexpected keyword argument '" + names.get(i) + "'");
            }
        }
    }

    private void defaults(Object[] bound, int filled) {
        for (int i = filled; i < parameters.size(); i++) {
            if (bound[i] == UNSET) {
                if (i < required) {
                    throw new ValueException(name + "() missing a required argument: '" + parameters.get(i) + "'");
                }
                bound[i] = defaults.get(i);
            }
        }
    }

    private ValueException tooMany(int given) {
        if (positional == 0) {
            return new ValueException(name + "() takes no arguments (" + given + " given)");
        }
        return new ValueException(name + "() takes at most " + positional
                + (positional == 1 ? " argument (" : " arguments (") + given + " given)");
    }
}
