package dev.sluice.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code for} */
final class ForParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final StatementParser statements;

    ForParser(
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

    Statement parse(Token tag) {
        List<Statement> loop = new ArrayList<>();
        scopes.insideLoop(() -> loop.add(loop(tag)));
        return loop.get(0);
    }

    private Statement loop(Token tag) {
        Scope around = scopes.current();
        Scope scope = around.inner();
        List<Target> target = new ArrayList<>();
        scopes.in(scope, () -> target.add(targets.names(scopes::storing)));
        target.get(0).names(scope::declares);
        tokens.expect("in");
        Expression iterable = expressions.tuple(false);
        Scope conditionScope = around.inner();
        Expression condition = condition(conditionScope, target.get(0));
        boolean recursive = tokens.skip("recursive");
        if (recursive) {
            scope.separate();
        }
        conditionScope.separate(scope.beside());

        List<Body> body = new ArrayList<>();
        List<Name> loop = new ArrayList<>();
        Scope otherwise = recursive ? scope.twin() : around.inner();
        int levels = tokens.levels(() -> {
            body.add(body(scope, recursive, loop));
            if (tokens.take().is("else")) {
                scopes.in(otherwise, () -> body.add(statements.bodyThrough("endfor")));
            }
        });
        return new ForLoop(
                tag.at(),
                target.get(0),
                iterable,
                condition == null ? null : new ForLoop.Condition(conditionScope, condition),
                loop.isEmpty() ? null : loop.get(0),
                new ForLoop.Part(scope, body.get(0)),
                body.size() == 1 ? null : new ForLoop.Part(otherwise, body.get(1)),
                recursive,
                scopes.escaping,
                levels);
    }

    private Expression condition(Scope scope, Target target) {
        if (!tokens.skip("if")) {
            return null;
        }
        target.names(name -> scope.declares(scope.mention(name.name(), name.at())));
        List<Expression> condition = new ArrayList<>();
        scopes.in(scope, () -> condition.add(expressions.expression()));
        return condition.get(0);
    }

    private Body body(Scope scope, boolean recursive, List<Name> loop) {
        List<Body> body = new ArrayList<>();
        scopes.in(scope, () -> {
            Set<String> used = scopes.watched(Set.of("loop"), false, () -> body.add(statements.body("else", "endfor")));
            if (recursive || !used.isEmpty()) {
                loop.add(scope.declares(scope.mention("loop", tokens.current().at())));
            }
        });
        return body.get(0);
    }
}
