package dev.sluice.template.builtin;

import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Dict;
import dev.sluice.template.python.Function;
import dev.sluice.template.python.Maps;
import dev.sluice.template.python.Methods;
import dev.sluice.template.python.Range;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.ValueException;
import java.util.Map;

/** The functions that every template can call. */
final class Globals {
    private static final int LONGEST_RANGE = 100_000;

    static final Map<String, Object> ALL = Map.of(
            "range", new Global("<class 'range'>", "range(start, stop=?, step=1, /)", Globals::range),
            "dict", new DictClass(),
            "namespace",
                    new Global(
                            "<class 'jinja2.utils.Namespace'>",
                            "namespace(*args, **kwargs)",
                            (r, self, given) -> new Namespace(dict(r, "namespace", given))),
            "cycler",
                    new Global(
                            "<class 'jinja2.utils.Cycler'>",
                            "cycler(*items)",
                            (r, self, given) -> new Cycler((Tuple) given[0])),
            "joiner",
                    new Global(
                            "<class 'jinja2.utils.Joiner'>",
                            "joiner(sep=', ')",
                            (r, self, given) -> new Joiner(given[0])),
            "lipsum",
                    new Global(
                            "<function generate_lorem_ipsum>",
                            "lipsum(n=5, html=True, min=20, max=100)",
                            (r, self, given) -> Lipsum.make(r, given)));

    private Globals() {}

    /** A global with a name for printing. */
    private static class Global implements Callable, Attributed {
        private final String printed;
        private final Function function;

        Global(String printed, String signature, Function.Body body) {
            this.printed = printed;
            this.function = new Function(signature, body);
        }

        @Override
        public Object call(Rendering rendering, Arguments arguments) {
            return function.call(rendering, this, arguments);
        }

        @Override
        public Object attribute(String name) {
            return MISSING;
        }

        @Override
        public String typeName() {
            return "type";
        }

        @Override
        public String repr(Rendering rendering) {
            return printed;
        }
    }

    private static final class DictClass extends Global {
        DictClass() {
            super("<class 'dict'>", "dict(*args, **kwargs)", (r, self, given) -> dict(r, "dict", given));
        }

        @Override
        public Object attribute(String name) {
            return name.equals("fromkeys") ? Methods.of(new Dict(), name) : MISSING;
        }
    }

    private static Range range(Rendering rendering, Object self, Object[] given) {
        Object start = given[1] == Attributed.MISSING ? (Object) 0L : given[0];
        Object stop = given[1] == Attributed.MISSING ? given[0] : given[1];
        Range range = new Range(Whole.number(start), Whole.number(stop), Whole.number(given[2]));
        if (range.step() == 0) {
            throw new ValueException("range() arg 3 must not be zero");
        }
        if (range.size() > LONGEST_RANGE) {
            throw new ValueException(
                    "Range too big. The sandbox blocks ranges larger than MAX_RANGE (" + LONGEST_RANGE + ").");
        }
        return range;
    }

    private static Dict dict(Rendering rendering, String name, Object[] given) {
        Tuple positional = (Tuple) given[0];
        if (positional.size() > 1) {
            throw new ValueException(name + " expected at most 1 argument, got " + positional.size());
        }
        Dict dict = new Dict();
        if (!positional.isEmpty()) {
            Maps.putAll(rendering, dict, positional.get(0));
        }
        Maps.putAll(rendering, dict, given[1]);
        return dict;
    }
}
