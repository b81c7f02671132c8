package dev.sluice.template;

import dev.sluice.template.builtin.Builtins;
import dev.sluice.template.python.Access;
import dev.sluice.template.python.Arguments;
import dev.sluice.template.python.Callable;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.Undefined;
import dev.sluice.template.python.ValueException;

/** One thing done with the value that stands to its left. */
sealed interface Step {
    Object apply(Frame frame, Object value);

    /** {@code .name} */
    record Attribute(int at, String name) implements Step {
        @Override
        public Object apply(Frame frame, Object value) {
            return Access.attribute(frame.at(at), value, name);
        }
    }

    /** {@code [key]} */
    record Item(int at, Expression key) implements Step {
        @Override
        public Object apply(Frame frame, Object value) {
            Object wanted = key.value(frame);
            return Access.item(frame.at(at), value, wanted);
        }
    }

    /** {@code [from:to:by]}, null where not given. */
    record Slice(int at, Expression from, Expression to, Expression by) implements Step {
        @Override
        public Object apply(Frame frame, Object value) {
            Object first = from == null ? null : from.value(frame);
            Object last = to == null ? null : to.value(frame);
            Object step = by == null ? null : by.value(frame);
            return Access.slice(frame.at(at), value, first, last, step);
        }
    }

    /** {@code (arguments)} */
    record Call(int at, ArgumentList arguments) implements Step {
        @Override
        public Object apply(Frame frame, Object value) {
            Arguments given = arguments.values(frame);
            if (value instanceof Callable callable) {
                return callable.call(frame.at(at), given);
            }
            frame.at(at);
            throw value instanceof Undefined nothing
                    ? nothing.refusal()
                    : new ValueException("'" + Types.name(value) + "' object is not callable");
        }
    }

    /** {@code |name(arguments)} */
    record Filter(int at, Builtins.Filter filter, ArgumentList arguments) implements Step {
        @Override
        public Object apply(Frame frame, Object value) {
            Arguments given = arguments.values(frame);
            return filter.apply(frame.at(at), value, given);
        }
    }

    /** {@code is name(arguments)}, or {@code is not ...} */
    record Test(int at, boolean negated, Builtins.Test test, ArgumentList arguments) implements Step {
        @Override
        public Object apply(Frame frame, Object value) {
            Arguments given = arguments.values(frame);
            return test.holds(frame.at(at), value, given) != negated;
        }
    }
}
