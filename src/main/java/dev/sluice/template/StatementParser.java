package dev.sluice.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Text and tags, one after the other; each tag has a parser of its own. */
final class StatementParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final Map<String, Function<Token, Statement>> tags;

    StatementParser(Tokens tokens, Scopes scopes, ExpressionParser expressions, BlockParser blocks) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.expressions = expressions;
        TargetParser targets = new TargetParser(tokens, scopes);
        SectionParser sections = new SectionParser(tokens, scopes, expressions, targets, this);
        MacroParser macros = new MacroParser(tokens, scopes, expressions, targets, this);
        LoaderParser loaders = new LoaderParser(tokens, scopes, expressions, targets);
        this.tags = Map.ofEntries(
                Map.entry("if", this::ifChoice),
                Map.entry("for", new ForParser(tokens, scopes, expressions, targets, this)::parse),
                Map.entry("set", sections::set),
                Map.entry("with", sections::with),
                Map.entry("filter", sections::filter),
                Map.entry("autoescape", sections::autoescape),
                Map.entry("macro", macros::macro),
                Map.entry("call", macros::call),
                Map.entry("block", tag -> blocks.parse(tag, this)),
                Map.entry("print", this::print),
                Map.entry("include", loaders::include),
                Map.entry("import", loaders::importWhole),
                Map.entry("from", loaders::importNames),
                Map.entry("extends", loaders::extend));
    }

    /** The whole template. */
    Body all() {
        return statements(Set.of());
    }

    /** The rest of an opening tag, then all up to a tag of one of these names, which is the current token then. */
    Body body(String... ends) {
        tokens.skip(Kind.COLON);
        tokens.expect(Kind.BLOCK_END);
        return statements(Set.of(ends));
    }

    /** As above, and passes the name. */
    Body bodyThrough(String end) {
        Body body = body(end);
        tokens.take();
        return body;
    }

    private Body statements(Set<String> ends) {
        tokens.down();
        List<Statement> statements = new ArrayList<>();
        while (true) {
            Token token = tokens.take();
            switch (token.kind()) {
                case DATA -> statements.add(new PlainText(text(token)));
                case VARIABLE_BEGIN -> {
                    Token first = tokens.current();
                    statements.add(new Output(first.at(), expressions.tuple(true), scopes.escaping));
                    tokens.expect(Kind.VARIABLE_END);
                }
                case BLOCK_BEGIN -> {
                    if (tokens.at(Kind.NAME) && ends.contains(tokens.current().text())) {
                        tokens.up();
                        return new Body(List.copyOf(statements));
                    }
                    statements.add(tag(ends));
                    tokens.expect(Kind.BLOCK_END);
                }
                default -> {
                    if (!ends.isEmpty()) {
                        throw tokens.error(token, "The template ends before " + words(ends) + ".");
                    }
                    tokens.up();
                    return new Body(List.copyOf(statements));
                }
            }
        }
    }

    /** Text that only a comment divides is one. */
    private String text(Token first) {
        if (!tokens.at(Kind.DATA)) {
            return first.text();
        }
        StringBuilder text = new StringBuilder(first.text());
        while (tokens.at(Kind.DATA)) {
            text.append(tokens.take().text());
        }
        return text.toString();
    }

    private Statement tag(Set<String> ends) {
        Token name = tokens.expect(Kind.NAME);
        Function<Token, Statement> tag = tags.get(name.text());
        if (tag != null) {
            return tag.apply(name);
        }
        throw tokens.error(
                name,
                ends.isEmpty()
                        ? "There is no tag '" + name.text() + "'."
                        : "There is no tag '" + name.text() + "' here; what is open ends with " + words(ends) + ".");
    }

    private static String words(Set<String> ends) {
        return String.join(
                " or ", ends.stream().sorted().map(it -> "{% " + it + " %}").toList());
    }

    /** What a branch stores, the others do not have: see {@link Symbols#branched}. */
    private Statement ifChoice(Token tag) {
        boolean softBefore = scopes.soft;
        scopes.soft = true;
        Scope scope = scopes.current();
        List<IfChoice.Case> cases = new ArrayList<>();
        List<Symbols.Use> first = ifCase(tag, cases);
        List<Symbols.Use> others = scope.branch(() -> {
            while (tokens.at("elif")) {
                scope.branches(List.of(ifCase(tokens.take(), cases), List.of(), List.of()));
            }
        });
        List<Body> otherwise = new ArrayList<>();
        List<Symbols.Use> last = scope.branch(() -> {
            boolean there = tokens.take().is("else");
            otherwise.add(there ? bodyThrough("endif") : new Body(List.of()));
        });
        scope.branches(List.of(first, others, last));
        scopes.soft = softBefore;
        return new IfChoice(List.copyOf(cases), otherwise.get(0));
    }

    private List<Symbols.Use> ifCase(Token tag, List<IfChoice.Case> cases) {
        Expression condition = expressions.tuple(false);
        return scopes.current()
                .branch(() -> cases.add(new IfChoice.Case(tag.at(), condition, body("elif", "else", "endif"))));
    }

    private Statement print(Token tag) {
        List<Statement> outputs = new ArrayList<>();
        while (!tokens.at(Kind.BLOCK_END)) {
            if (!outputs.isEmpty()) {
                tokens.expect(Kind.COMMA);
            }
            outputs.add(new Output(tokens.current().at(), expressions.expression(), scopes.escaping));
        }
        return new Body(List.copyOf(outputs));
    }
}
