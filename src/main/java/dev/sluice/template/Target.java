package dev.sluice.template;

import dev.sluice.template.builtin.Namespace;
import dev.sluice.template.python.Access;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Tuple;
import dev.sluice.template.python.Types;
import dev.sluice.template.python.ValueException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** What stands to the left of {@code =} or {@code in}. */
sealed interface Target {
    void store(Frame frame, Object value);

    /** What was stored, a new tuple where names were unpacked. */
    Object read(Frame frame);

    /** Hands over every name that is stored to. */
    void names(Consumer<Name> names);

    /** A variable. */
    record Variable(Name name) implements Target {
        @Override
        public void store(Frame frame, Object value) {
            name.store(frame, value);
        }

        @Override
        public Object read(Frame frame) {
            return name.value(frame);
        }

        @Override
        public void names(Consumer<Name> names) {
            names.accept(name);
        }
    }

    /** {@code name.attribute} */
    record Attribute(int at, Name name, String attribute) implements Target {
        @Override
        public void store(Frame frame, Object value) {
            namespace(frame).put(attribute, value);
        }

        @Override
        public Object read(Frame frame) {
            return namespace(frame).attribute(attribute);
        }

        private Namespace namespace(Frame frame) {
            frame.at(at);
            if (name.value(frame) instanceof Namespace namespace) {
                return namespace;
            }
            throw new ValueException("'" + name.name()
                    + "' is not a namespace, so that no attribute of it can be set; make one with namespace().");
        }

        @Override
        public void names(Consumer<Name> names) {}
    }

    /** {@code a, b} */
    record Unpacking(int at, List<Target> targets) implements Target {
        @Override
        public void store(Frame frame, Object value) {
            Object[] values = unpacked(frame.at(at), value);
            for (int i = 0; i < values.length; i++) {
                targets.get(i).store(frame, values[i]);
            }
        }

        private Object[] unpacked(Rendering rendering, Object value) {
            Iterator<Object> elements = Access.elements(rendering, value);
            if (elements == null) {
                throw new ValueException("cannot unpack non-iterable " + Types.name(value) + " object");
            }
            Object[] values = new Object[targets.size()];
            for (int i = 0; i < values.length; i++) {
                if (!elements.hasNext()) {
                    throw new ValueException(
                            "not enough values to unpack (expected " + values.length + ", got " + i + ")");
                }
                values[i] = elements.next();
            }
            if (elements.hasNext()) {
                throw new ValueException("too many values to unpack (expected " + values.length + ")");
            }
            return values;
        }

        @Override
        public Object read(Frame frame) {
            Object[] values = new Object[targets.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = targets.get(i).read(frame);
            }
            return new Tuple(values);
        }

        @Override
        public void names(Consumer<Name> names) {
            targets.forEach(it -> it.names(names));
        }
    }
}
