package dev.sluice.template;

/** The tags that need other templates. They are read as in Jinja, so that a branch not taken may hold them. */
final class LoaderParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final TargetParser targets;

    LoaderParser(Tokens tokens, Scopes scopes, ExpressionParser expressions, TargetParser targets) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.expressions = expressions;
        this.targets = targets;
    }

    Statement include(Token tag) {
        Expression template = expressions.expression();
        if (tokens.at("ignore") && tokens.look().is("missing")) {
            tokens.take();
            tokens.take();
        }
        context();
        return new NoLoader(tag.at(), tag.text(), template);
    }

    Statement importWhole(Token tag) {
        Expression template = expressions.expression();
        tokens.expect("as");
        store(targets.name());
        context();
        return new NoLoader(tag.at(), tag.text(), template);
    }

    Statement importNames(Token tag) {
        Expression template = expressions.expression();
        tokens.expect("import");
        while (!context() && !tokens.at(Kind.BLOCK_END)) {
            Token name = targets.name();
            store(tokens.skip("as") ? targets.name() : name);
            if (!tokens.skip(Kind.COMMA)) {
                context();
                break;
            }
        }
        return new NoLoader(tag.at(), tag.text(), template);
    }

    Statement extend(Token tag) {
        if (!scopes.isTop()) {
            throw tokens.error(tag, "The tag 'extends' stands on the top level only.");
        }
        return new NoLoader(tag.at(), tag.text(), expressions.expression());
    }

    private boolean context() {
        boolean there =
                (tokens.at("with") || tokens.at("without")) && tokens.look().is("context");
        if (there) {
            tokens.take();
            tokens.take();
        }
        return there;
    }

    private void store(Token name) {
        scopes.current().stores(scopes.storing(name));
    }
}
