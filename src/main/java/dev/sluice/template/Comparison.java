package dev.sluice.template;

import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Rendering;
import java.util.List;

/** {@code a < b <= c}: true when each pair of neighbours is; stops at the first that is not. */
record Comparison(Expression first, List<Link> links) implements Expression {
    @Override
    public Object value(Frame frame) {
        Object left = first.value(frame);
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            Object right = link.right.value(frame);
            if (!link.relation.holds(frame.at(link.at), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    /** One operator and what stands to its right. */
    record Link(int at, Relation relation, Expression right) {}

    /** What an operator asks. */
    interface Relation {
        boolean holds(Rendering rendering, Object left, Object right);

        Relation IN = (rendering, left, right) -> Operators.contains(rendering, right, left);
        Relation NOT_IN = (rendering, left, right) -> !Operators.contains(rendering, right, left);

        /** The relation of an operator, or null. */
        static Relation of(Kind kind) {
            return switch (kind) {
                case EQUAL -> Operators::equal;
                case NOT_EQUAL -> (rendering, left, right) -> !Operators.equal(rendering, left, right);
                case LESS -> Operators::less;
                case LESS_OR_EQUAL -> Operators::lessOrEqual;
                case GREATER -> (rendering, left, right) -> Operators.less(rendering, right, left);
                case GREATER_OR_EQUAL -> (rendering, left, right) -> Operators.lessOrEqual(rendering, right, left);
                default -> null;
            };
        }
    }
}
