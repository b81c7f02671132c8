package dev.sluice.template;

import java.util.ArrayList;
import java.util.List;

/** {@code set}, {@code with}, {@code filter} and {@code autoescape}. */
final class SectionParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final StatementParser statements;

    SectionParser(
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

    Statement set(Token tag) {
        Target target = targets.ofSet();
        if (tokens.skip(Kind.ASSIGN)) {
            Expression value = expressions.tuple(true);
            return new Assignment(target, value, stored(target));
        }
        Scope scope = scopes.current().inner();
        List<Step> filters = new ArrayList<>();
        Body body = section(scope, () -> filters(filters), "endset");
        return new BlockAssignment(
                tag.at(), target, List.copyOf(filters), scope, body, scopes.escaping, stored(target));
    }

    /** Tells the scope, and gives the names that everything can see from now on. */
    private List<Name> stored(Target target) {
        List<Name> names = new ArrayList<>();
        target.names(name -> names.add(scopes.current().stores(name)));
        return scopes.isTop() ? List.copyOf(names) : List.of();
    }

    Statement with(Token tag) {
        Scope scope = scopes.current().inner();
        List<Target> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.at(Kind.BLOCK_END)) {
            if (!names.isEmpty()) {
                tokens.expect(Kind.COMMA);
            }
            scopes.in(scope, () -> names.add(targets.names(scopes::declared)));
            tokens.expect(Kind.ASSIGN);
            values.add(expressions.expression());
        }
        names.forEach(target -> target.names(scope::declares));
        Body body = section(scope, () -> {}, "endwith");
        return new WithSection(List.copyOf(names), List.copyOf(values), scope, body);
    }

    Statement filter(Token tag) {
        Scope scope = scopes.current().inner();
        List<Step> filters = new ArrayList<>();
        Body body = section(
                scope,
                () -> {
                    filters.add(expressions.operands().filter());
                    filters(filters);
                    scope.loadsAlsoOutside();
                },
                "endfilter");
        return new FilterSection(tag.at(), List.copyOf(filters), scope, body, scopes.escaping);
    }

    private void filters(List<Step> filters) {
        while (tokens.skip(Kind.PIPE)) {
            filters.add(expressions.operands().filter());
        }
    }

    Statement autoescape(Token tag) {
        Scope scope = scopes.current().inner();
        List<Expression> on = new ArrayList<>();
        Escaping before = scopes.escaping;
        Body body = section(
                scope,
                () -> {
                    on.add(expressions.expression());
                    scopes.escaping = escaping(before, on.get(0));
                },
                "endautoescape");
        scopes.escaping = before;
        return new AutoescapeSection(tag.at(), on.get(0), scope, body);
    }

    private static Escaping escaping(Escaping around, Expression on) {
        if (around == Escaping.OPEN || !(on instanceof Constant constant)) {
            return Escaping.OPEN;
        }
        Object value = constant.constant();
        boolean off = value == null || value.equals(false) || value.equals(0L) || value.equals("") || value.equals(0.0);
        return off ? Escaping.OFF : Escaping.ON;
    }

    /** The rest of the tag and the body, both within the scope. */
    private Body section(Scope scope, Runnable restOfTag, String end) {
        List<Body> body = new ArrayList<>();
        scopes.in(scope, () -> {
            restOfTag.run();
            body.add(statements.bodyThrough(end));
        });
        return body.get(0);
    }
}
