package dev.sluice.template;

import dev.sluice.template.python.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Operators, from the loosest to the tightest. Chains of one precedence are one node, so that length is not depth. */
final class ExpressionParser {
    /** So often may {@code a if b if c} follow each other without {@code else}. */
    private static final int MOST_BARE_CONDITIONS = 4;

    private static final int OR = 0;
    private static final int AND = 1;
    private static final int NOT = 2;
    private static final int COMPARISON = 3;
    private static final int SUM = 4;
    private static final int CONCATENATION = 5;
    private static final int PRODUCT = 6;
    /** Unlike in Python, powers go from left to right, and a sign binds tighter. */
    private static final int POWER = 7;

    private final Tokens tokens;
    private final Scopes scopes;
    private final Unknown unknown;
    private final OperandParser operands;

    ExpressionParser(Tokens tokens, Scopes scopes, Unknown unknown) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.unknown = unknown;
        this.operands = new OperandParser(tokens, scopes, unknown, this);
    }

    OperandParser operands() {
        return operands;
    }

    /** An expression, or several with commas between, which are a tuple. */
    Expression tuple(boolean conditional) {
        return tuple(conditional, false);
    }

    /** As above; between parentheses it may be empty. */
    Expression tuple(boolean conditional, boolean mayBeEmpty) {
        int at = tokens.current().at();
        List<Expression> items = new ArrayList<>();
        boolean comma = false;
        while (!tupleEnds()) {
            items.add(conditional ? expression() : either());
            if (!tokens.skip(Kind.COMMA)) {
                break;
            }
            comma = true;
        }
        if (items.isEmpty() && !mayBeEmpty) {
            throw tokens.unexpected("an expression");
        }
        return items.size() == 1 && !comma ? items.get(0) : new TupleDisplay(at, List.copyOf(items));
    }

    private boolean tupleEnds() {
        return switch (tokens.current().kind()) {
            case VARIABLE_END, BLOCK_END, RIGHT_PARENTHESIS -> true;
            default -> false;
        };
    }

    /** Any expression save a tuple without parentheses. */
    Expression expression() {
        tokens.down();
        int before = unknown.count();
        Expression value = either();
        for (int bare = 0; tokens.at("if"); bare++) {
            if (bare == MOST_BARE_CONDITIONS) {
                throw tokens.error(tokens.current(), "So many 'if' without 'else' are not supported.");
            }
            value = conditional(value);
            unknown.forgive(before);
        }
        tokens.up();
        return value;
    }

    private Expression conditional(Expression first) {
        int at = tokens.current().at();
        List<Conditional.Choice> choices = new ArrayList<>();
        Expression value = first;
        while (tokens.skip("if")) {
            choices.add(new Conditional.Choice(either(), value));
            if (!tokens.skip("else")) {
                Undefined nothing = Undefined.because("the inline if-expression on line " + tokens.line(at)
                        + " evaluated to false and no else section was defined.");
                return new Conditional(at, List.copyOf(choices), new Constant(nothing));
            }
            value = either();
        }
        return new Conditional(at, List.copyOf(choices), value);
    }

    /** An expression that is not conditional. */
    Expression either() {
        return operation(OR);
    }

    /**
     * An operand and all operators of that level and tighter ones: one call for each operand, not one for each level, as
     * the stack bears only so much nesting.
     */
    private Expression operation(int loosest) {
        int at = tokens.current().at();
        boolean negated = loosest <= NOT && tokens.at("not");
        Expression value = negated ? negation() : unary(true);
        for (int level = negated ? AND : POWER; level >= loosest; level--) {
            value = switch (level) {
                case OR -> logic(at, value, OR, "or", true);
                case AND -> logic(at, value, AND, "and", false);
                case NOT -> value;
                case COMPARISON -> comparison(value);
                case CONCATENATION -> concatenation(value);
                default -> calculation(value, level);
            };
        }
        return value;
    }

    private Expression negation() {
        int at = tokens.take().at();
        tokens.down();
        Expression operand = operation(NOT);
        tokens.up();
        return new Not(at, operand);
    }

    private Expression logic(int at, Expression first, int level, String word, boolean decisive) {
        if (!tokens.at(word)) {
            return first;
        }
        List<Expression> all = new ArrayList<>(List.of(first));
        while (tokens.skip(word)) {
            all.add(operation(level + 1));
        }
        return new Logic(at, decisive, List.copyOf(all));
    }

    private Expression comparison(Expression first) {
        List<Comparison.Link> links = null;
        while (true) {
            int at = tokens.current().at();
            Comparison.Relation relation = relation();
            if (relation == null) {
                return links == null ? first : new Comparison(first, List.copyOf(links));
            }
            links = links == null ? new ArrayList<>() : links;
            links.add(new Comparison.Link(at, relation, operation(COMPARISON + 1)));
        }
    }

    private Comparison.Relation relation() {
        Comparison.Relation relation = Comparison.Relation.of(tokens.current().kind());
        if (relation != null) {
            tokens.take();
            return relation;
        }
        if (tokens.skip("in")) {
            return Comparison.Relation.IN;
        }
        if (tokens.at("not") && tokens.look().is("in")) {
            tokens.take();
            tokens.take();
            return Comparison.Relation.NOT_IN;
        }
        return null;
    }

    private Expression concatenation(Expression first) {
        int at = tokens.current().at();
        if (!tokens.at(Kind.TILDE)) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.skip(Kind.TILDE)) {
            parts.add(operation(CONCATENATION + 1));
        }
        return new Concatenation(at, scopes.escaping, List.copyOf(parts));
    }

    private Expression calculation(Expression first, int level) {
        if (levelOf(tokens.current().kind()) != level) {
            return first;
        }
        List<Calculation.Link> links = new ArrayList<>();
        while (levelOf(tokens.current().kind()) == level) {
            Token operator = tokens.take();
            links.add(new Calculation.Link(
                    operator.at(), Calculation.Operation.of(operator.kind()), operation(level + 1)));
        }
        return new Calculation(first, List.copyOf(links));
    }

    private static int levelOf(Kind operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO -> PRODUCT;
            case POWER -> POWER;
            default -> -1;
        };
    }

    private Expression unary(boolean withFilters) {
        Token token = tokens.current();
        Expression start;
        if (tokens.at(Kind.SUBTRACT) || tokens.at(Kind.ADD)) {
            tokens.take();
            tokens.down();
            start = new Signed(token.at(), token.kind() == Kind.SUBTRACT, unary(false));
            tokens.up();
        } else {
            start = operands.primary();
        }
        return operands.chain(start, withFilters);
    }

    /** Comma-separated items up to a closing bracket, which is passed; a last comma is allowed. */
    <T> List<T> items(Kind close, Function<Tokens, T> item) {
        List<T> items = new ArrayList<>();
        while (!tokens.at(close)) {
            items.add(item.apply(tokens));
            if (!tokens.at(close)) {
                tokens.expect(Kind.COMMA);
            }
        }
        tokens.take();
        return items;
    }
}
