package dev.sluice.template;

import dev.sluice.template.python.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Literals, names and brackets, and what can follow them: attributes, items, calls, filters, tests. */
final class OperandParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final Unknown unknown;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;

    OperandParser(Tokens tokens, Scopes scopes, Unknown unknown, ExpressionParser expressions) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.unknown = unknown;
        this.expressions = expressions;
        this.arguments = new ArgumentParser(tokens, expressions);
    }

    Expression primary() {
        Token token = tokens.current();
        switch (token.kind()) {
            case NAME -> {
                tokens.take();
                return named(token);
            }
            case STRING -> {
                return string();
            }
            case INTEGER, FLOAT -> {
                tokens.take();
                return new Constant(token.value());
            }
            case LEFT_PARENTHESIS -> {
                tokens.take();
                Expression inside = expressions.tuple(true, true);
                tokens.expect(Kind.RIGHT_PARENTHESIS);
                return inside;
            }
            case LEFT_BRACKET -> {
                tokens.take();
                List<Expression> items = expressions.items(Kind.RIGHT_BRACKET, it -> expressions.expression());
                return new ListDisplay(token.at(), List.copyOf(items));
            }
            case LEFT_BRACE -> {
                return dict();
            }
            default -> throw tokens.unexpected("an expression");
        }
    }

    private Expression named(Token token) {
        return switch (token.text()) {
            case "true", "True" -> new Constant(true);
            case "false", "False" -> new Constant(false);
            case "none", "None" -> new Constant(null);
            default -> scopes.load(token);
        };
    }

    private Expression string() {
        String first = (String) tokens.take().value();
        if (!tokens.at(Kind.STRING)) {
            return new Constant(first);
        }
        StringBuilder text = new StringBuilder(first);
        while (tokens.at(Kind.STRING)) {
            text.append((String) tokens.take().value());
        }
        return new Constant(text.toString());
    }

    private Expression dict() {
        int at = tokens.take().at();
        List<Expression> values = new ArrayList<>();
        List<Expression> keys = expressions.items(Kind.RIGHT_BRACE, it -> {
            Expression key = expressions.expression();
            tokens.expect(Kind.COLON);
            values.add(expressions.expression());
            return key;
        });
        return new DictDisplay(at, List.copyOf(keys), List.copyOf(values));
    }

    /** What follows an operand; filters, tests and calls of their results only where they are allowed. */
    Expression chain(Expression start, boolean withFilters) {
        List<Step> steps = new ArrayList<>();
        postfix(steps);
        while (withFilters) {
            if (tokens.at(Kind.PIPE)) {
                tokens.take();
                steps.add(filter());
            } else if (tokens.at("is")) {
                tokens.take();
                steps.add(test());
            } else if (tokens.at(Kind.LEFT_PARENTHESIS)) {
                steps.add(call());
            } else {
                break;
            }
        }
        return steps.isEmpty() ? start : new Chain(start, List.copyOf(steps));
    }

    private void postfix(List<Step> steps) {
        while (true) {
            if (tokens.at(Kind.DOT)) {
                steps.add(attribute());
            } else if (tokens.at(Kind.LEFT_BRACKET)) {
                steps.add(item());
            } else if (tokens.at(Kind.LEFT_PARENTHESIS)) {
                steps.add(call());
            } else {
                return;
            }
        }
    }

    private Step attribute() {
        tokens.take();
        Token token = tokens.current();
        if (tokens.skip(Kind.NAME)) {
            return new Step.Attribute(token.at(), token.text());
        }
        if (tokens.skip(Kind.INTEGER)) {
            return new Step.Item(token.at(), new Constant(token.value()));
        }
        throw tokens.unexpected("a name or number");
    }

    private Step item() {
        int at = tokens.take().at();
        boolean[] slice = new boolean[1];
        List<Object> parts = new ArrayList<>();
        while (!tokens.at(Kind.RIGHT_BRACKET)) {
            if (!parts.isEmpty()) {
                tokens.expect(Kind.COMMA);
            }
            Object part = subscript(at);
            slice[0] |= part instanceof Step;
            parts.add(part);
        }
        tokens.take();
        if (parts.size() == 1) {
            return parts.get(0) instanceof Step step ? step : new Step.Item(at, (Expression) parts.get(0));
        }
        if (slice[0]) {
            throw tokens.error(at, "There can be only one slice between these brackets.");
        }
        List<Expression> keys = parts.stream().map(it -> (Expression) it).toList();
        return new Step.Item(at, keys.isEmpty() ? new Constant(Tuple.EMPTY) : new TupleDisplay(at, keys));
    }

    /** An expression, or the step that takes a slice. */
    private Object subscript(int at) {
        Expression from = null;
        if (!tokens.at(Kind.COLON)) {
            from = expressions.expression();
            if (!tokens.at(Kind.COLON)) {
                return from;
            }
        }
        tokens.take();
        Expression to = tokens.at(Kind.COLON) ? null : bound();
        Expression by = tokens.skip(Kind.COLON) ? bound() : null;
        return new Step.Slice(at, from, to, by);
    }

    private Expression bound() {
        return tokens.at(Kind.RIGHT_BRACKET) || tokens.at(Kind.COMMA) ? null : expressions.expression();
    }

    private Step call() {
        return new Step.Call(tokens.current().at(), arguments.parse());
    }

    /** A filter and its arguments, behind the {@code |}. */
    Step filter() {
        Token first = tokens.current();
        String name = dotted();
        ArgumentList given = tokens.at(Kind.LEFT_PARENTHESIS) ? arguments.parse() : ArgumentList.NONE;
        return new Step.Filter(first.at(), unknown.filter(name, first.at(), scopes.soft), given);
    }

    private Step test() {
        boolean negated = tokens.skip("not");
        Token first = tokens.current();
        String name = dotted();
        ArgumentList given = ArgumentList.NONE;
        if (tokens.at(Kind.LEFT_PARENTHESIS)) {
            given = arguments.parse();
        } else if (argumentFollows()) {
            tokens.down();
            given = ArgumentList.of(chain(primary(), false));
            tokens.up();
        }
        return new Step.Test(first.at(), negated, unknown.test(name, first.at(), scopes.soft), given);
    }

    private boolean argumentFollows() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NAME -> {
                if (token.is("is")) {
                    throw tokens.error(token, "Tests cannot follow each other; put the first one into parentheses.");
                }
                yield !token.is("else") && !token.is("or") && !token.is("and");
            }
            case STRING, INTEGER, FLOAT, LEFT_BRACKET, LEFT_BRACE -> true;
            default -> false;
        };
    }

    private String dotted() {
        StringBuilder name = new StringBuilder(tokens.expect(Kind.NAME).text());
        while (tokens.skip(Kind.DOT)) {
            name.append('.').append(tokens.expect(Kind.NAME).text());
        }
        return name.toString();
    }
}
