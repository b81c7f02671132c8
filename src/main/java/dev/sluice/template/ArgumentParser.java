package dev.sluice.template;

import java.util.ArrayList;
import java.util.List;

/** Arguments between parentheses: positional ones, then named ones, {@code *} and {@code **}. */
final class ArgumentParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    ArgumentParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    ArgumentList parse() {
        Parts parts = new Parts(tokens.expect(Kind.LEFT_PARENTHESIS));
        expressions.items(Kind.RIGHT_PARENTHESIS, it -> {
            argument(parts);
            return null;
        });
        return new ArgumentList(
                parts.open.at(),
                List.copyOf(parts.positional),
                List.copyOf(parts.names),
                List.copyOf(parts.named),
                parts.more,
                parts.moreNamed);
    }

    private void argument(Parts parts) {
        Token token = tokens.current();
        if (tokens.skip(Kind.MULTIPLY)) {
            ordered(token, parts.more == null && parts.moreNamed == null);
            parts.more = expressions.expression();
        } else if (tokens.skip(Kind.POWER)) {
            ordered(token, parts.moreNamed == null);
            parts.moreNamed = expressions.expression();
        } else if (tokens.at(Kind.NAME) && tokens.look().kind() == Kind.ASSIGN) {
            ordered(token, parts.moreNamed == null);
            if (parts.names.contains(token.text())) {
                throw tokens.error(token, "The argument '" + token.text() + "' is given twice.");
            }
            tokens.take();
            tokens.take();
            parts.names.add(token.text());
            parts.named.add(expressions.expression());
        } else {
            ordered(token, parts.more == null && parts.moreNamed == null && parts.names.isEmpty());
            parts.positional.add(expressions.expression());
        }
    }

    private void ordered(Token token, boolean inOrder) {
        if (!inOrder) {
            throw tokens.error(
                    token, "Arguments come in this order: positional ones, named ones, one with *, one with **.");
        }
    }

    private static final class Parts {
        final Token open;
        final List<Expression> positional = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        final List<Expression> named = new ArrayList<>();
        Expression more;
        Expression moreNamed;

        Parts(Token open) {
            this.open = open;
        }
    }
}
