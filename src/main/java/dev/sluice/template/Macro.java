package dev.sluice.template;

import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Dict;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;
import java.util.List;

/** A macro as a value: called, it gives its text. It sees the names around it as they are at the time of the call. */
final class Macro implements Attributed, Callable {
    private final MacroDefinition definition;
    private final Frame around;

    Macro(MacroDefinition definition, Frame around) {
        this.definition = definition;
        this.around = around;
    }

    @Override
    public Object call(Rendering rendering, Arguments arguments) {
        Frame frame = around.inner(definition.scope().routine());
        definition.scope().enter(frame);
        boolean[] used = new boolean[arguments.names().size()];
        parameters(frame, arguments, used);
        extras(frame, rendering, arguments, used);

        Run run = frame.run();
        run.enter(definition.levels());
        int mark = run.mark();
        defaults(frame);
        definition.body().run(frame);
        String text = run.taken(mark);
        run.leave(definition.levels());
        return rendering.autoescape() ? new Markup(text) : text;
    }

    private void parameters(Frame frame, Arguments arguments, boolean[] used) {
        List<Name> parameters = definition.parameters();
        List<Object> given = arguments.positional();
        for (int i = 0; i < parameters.size(); i++) {
            Object value = MISSING;
            if (i < given.size()) {
                value = given.get(i);
            } else {
                int named = arguments.names().indexOf(parameters.get(i).name());
                if (named >= 0) {
                    value = arguments.named().get(named);
                    used[named] = true;
                }
            }
            parameters.get(i).store(frame, value);
        }
    }

    private void extras(Frame frame, Rendering rendering, Arguments arguments, boolean[] used) {
        if (definition.caller() != null) {
            int named = arguments.names().indexOf("caller");
            boolean given = named >= 0 && arguments.named().get(named) != null;
            definition.caller().store(frame, given ? arguments.named().get(named) : NO_CALLER);
            if (named >= 0) {
                used[named] = true;
            }
        }
        Dict rest = definition.named() == null ? null : new Dict();
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && rest == null) {
                throw unexpected(arguments.names());
            }
            if (!used[i]) {
                rendering.elements(1);
                rest.put(arguments.names().get(i), arguments.named().get(i));
            }
        }
        if (rest != null) {
            definition.named().store(frame, rest);
        }
        more(frame, arguments.positional());
    }

    private static final Undefined NO_CALLER = Undefined.because("No caller defined");

    private void more(Frame frame, List<Object> given) {
        int count = definition.parameters().size();
        if (definition.more() != null) {
            definition
                    .more()
                    .store(
                            frame,
                            given.size() > count
                                    ? new Tuple(
                                            given.subList(count, given.size()).toArray())
                                    : Tuple.EMPTY);
        } else if (given.size() > count) {
            throw new ValueException(definition.words() + " takes not more than " + count + " argument(s)");
        }
    }

    private ValueException unexpected(List<String> names) {
        if (names.contains("caller") && definition.indexOf("caller") < 0) {
            return new ValueException(definition.words() + " does not use its caller: it cannot be used with 'call'");
        }
        String name = names.stream()
                .filter(it -> definition.indexOf(it) < 0)
                .findFirst()
                .orElse(names.get(0));
        return new ValueException(definition.words() + " takes no keyword argument '" + name + "'");
    }

    /** In order: a default sees the parameters before it, and those after it as far as they are given. */
    private void defaults(Frame frame) {
        List<Name> parameters = definition.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Name parameter = parameters.get(i);
            if (parameter.isMissing(frame)) {
                Expression value = definition.defaults().get(i);
                parameter.store(
                        frame,
                        value == null
                                ? Undefined.because("parameter '" + parameter.name() + "' was not provided")
                                : value.value(frame));
            }
        }
    }

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "name" -> definition.name();
            case "arguments" ->
                new Tuple(definition.parameters().stream().map(Name::name).toArray());
            case "catch_kwargs" -> definition.named() != null;
            case "catch_varargs" -> definition.more() != null;
            case "caller" -> definition.usesCaller();
            case "explicit_caller" -> definition.indexOf("caller") >= 0;
            default -> MISSING;
        };
    }

    @Override
    public String typeName() {
        return "Macro";
    }

    @Override
    public String repr(Rendering rendering) {
        return definition.name() == null ? "<Macro anonymous>" : "<Macro '" + definition.name() + "'>";
    }
}
