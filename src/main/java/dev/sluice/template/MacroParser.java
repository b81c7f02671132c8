package dev.sluice.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code macro} and {@code call} */
final class MacroParser {
    private static final Set<String> EXTRAS = Set.of("caller", "kwargs", "varargs");

    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final StatementParser statements;

    MacroParser(
            Tokens tokens,
            Scopes scopes,
            ExpressionParser expressions,
            TargetParser targets,
            StatementParser statements) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.expressions = expressions;
        this.targets = targets;
        this.statements = statements;
    }

    Statement macro(Token tag) {
        Name name = scopes.current().stores(scopes.storing(targets.name()));
        Scope scope = scopes.current().inner().separate();
        Signature signature = signature(scope);
        MacroDefinition definition = definition(tag, name.name(), signature, scope, "endmacro");
        return new MacroStatement(name, definition, scopes.isTop());
    }

    Statement call(Token tag) {
        Scope scope = scopes.current().inner().separate();
        Signature signature = tokens.at(Kind.LEFT_PARENTHESIS) ? signature(scope) : new Signature();
        Token start = tokens.current();
        Expression call = expressions.expression();
        if (!(call instanceof Chain chain && chain.last() instanceof Step.Call last)) {
            throw tokens.error(start, "Here should be the call of a macro.");
        }
        if (last.arguments().names().contains("caller")) {
            throw tokens.error(start, "The argument 'caller' is given by the tag itself.");
        }
        MacroDefinition definition = definition(tag, null, signature, scope, "endcall");
        List<Step> steps = new ArrayList<>(chain.steps());
        steps.set(
                steps.size() - 1,
                new Step.Call(last.at(), last.arguments().with("caller", new CallerMacro(definition))));
        return new CapturedCall(tag.at(), new Chain(chain.start(), List.copyOf(steps)));
    }

    private Signature signature(Scope scope) {
        Signature signature = new Signature();
        scopes.in(scope, () -> {
            tokens.expect(Kind.LEFT_PARENTHESIS);
            while (!tokens.at(Kind.RIGHT_PARENTHESIS)) {
                if (!signature.parameters.isEmpty()) {
                    tokens.expect(Kind.COMMA);
                }
                parameter(scope, signature);
            }
            tokens.take();
        });
        return signature;
    }

    private void parameter(Scope scope, Signature signature) {
        Token token = targets.name();
        if (signature.has(token.text())) {
            throw tokens.error(token, "The parameter '" + token.text() + "' is there twice.");
        }
        signature.parameters.add(scope.declares(scopes.declared(token)));
        if (tokens.skip(Kind.ASSIGN)) {
            signature.defaults.add(expressions.expression());
            signature.optional = true;
        } else if (signature.optional) {
            throw tokens.error(token, "A parameter without a default stands behind one that has one.");
        } else {
            signature.defaults.add(null);
        }
    }

    private MacroDefinition definition(Token tag, String name, Signature signature, Scope scope, String end) {
        List<Body> body = new ArrayList<>();
        List<Set<String>> used = new ArrayList<>();
        int levels = tokens.levels(() -> scopes.in(
                scope, () -> used.add(scopes.watched(EXTRAS, false, () -> body.add(statements.bodyThrough(end))))));
        boolean usesCaller = used.get(0).contains("caller");
        int caller = signature.indexOf("caller");
        if (usesCaller && caller >= 0 && signature.defaults.get(caller) == null) {
            throw tokens.error(tag, "The parameter 'caller' needs a default, or is left out: it is there by itself.");
        }
        return new MacroDefinition(
                name,
                List.copyOf(signature.parameters),
                signature.defaults,
                extra("caller", signature, used.get(0), scope),
                extra("kwargs", signature, used.get(0), scope),
                extra("varargs", signature, used.get(0), scope),
                usesCaller,
                scope,
                body.get(0),
                levels);
    }

    private Name extra(String name, Signature signature, Set<String> used, Scope scope) {
        boolean wanted = used.contains(name) && !signature.has(name);
        return wanted ? scope.declares(scope.mention(name, tokens.current().at())) : null;
    }

    private static final class Signature {
        final List<Name> parameters = new ArrayList<>();
        final List<Expression> defaults = new ArrayList<>();
        boolean optional;

        int indexOf(String name) {
            return parameters.stream().map(Name::name).toList().indexOf(name);
        }

        boolean has(String name) {
            return indexOf(name) >= 0;
        }
    }
}
