package dev.sluice.template;

import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;
import java.util.List;

/** {@code a + b - c}: operators of one precedence, from left to right. */
record Calculation(Expression first, List<Link> links) implements Expression {
    @Override
    public Object value(Frame frame) {
        Object value = first.value(frame);
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            Object right = link.right.value(frame);
            value = link.operation.apply(frame.at(link.at), value, right);
        }
        return value;
    }

    /** One operator and what stands to its right. */
    record Link(int at, Operation operation, Expression right) {}

    /** What an operator does. */
    interface Operation {
        Object apply(Rendering rendering, Object left, Object right);

        /** The operation of an operator, or null. */
        static Operation of(Kind kind) {
            return switch (kind) {
                case ADD -> Operators::add;
                case SUBTRACT -> Operators::subtract;
                case MULTIPLY -> Operators::multiply;
                case DIVIDE -> Operators::divide;
                case FLOOR_DIVIDE -> Operators::floorDivide;
                case MODULO -> Operators::modulo;
                case POWER -> Operators::power;
                default -> null;
            };
        }
    }
}
