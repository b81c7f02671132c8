package dev.sluice.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@code block}, and the template as a whole. */
final class BlockParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Scope> tops = new ArrayList<>();

    BlockParser(Tokens tokens, Scopes scopes) {
        this.tokens = tokens;
        this.scopes = scopes;
    }

    Map<String, Block> blocks() {
        return Map.copyOf(blocks);
    }

    /** The template itself, as if it were a block. */
    Block whole(StatementParser statements) {
        Scope scope = Scope.top();
        scopes.top(scope);
        return block("", scope, statements::all);
    }

    /** To be called once all is parsed. */
    void settle() {
        tops.forEach(Scope::settle);
    }

    Statement parse(Token tag, StatementParser statements) {
        Token name = tokens.expect(Kind.NAME);
        if (!names.add(name.text())) {
            throw tokens.error(name, "There are two blocks named '" + name.text() + "'.");
        }
        boolean scoped = tokens.skip("scoped");
        boolean required = tokens.skip("required");
        if (scoped) {
            scopes.scopedBlock();
        }
        Escaping escaping = scopes.escaping;
        scopes.escaping = Escaping.OFF;
        Block block = block(name.text(), Scope.top(), () -> statements.bodyThrough("endblock"));
        scopes.escaping = escaping;
        if (required && !isEmpty(block.body())) {
            throw tokens.error(tag, "A required block holds nothing but comments and white space.");
        }
        tokens.skip(name.text());
        blocks.put(name.text(), block);
        return new BlockPlace(tag.at(), block, scoped ? scopes.current() : null, required);
    }

    private Block block(String name, Scope scope, Supplier<Body> parsing) {
        tops.add(scope);
        List<Body> body = new ArrayList<>();
        List<Set<String>> used = new ArrayList<>();
        int levels = tokens.levels(() -> scopes.in(
                scope, () -> used.add(scopes.watched(Set.of("self", "super"), true, () -> body.add(parsing.get())))));
        Name self = used.get(0).contains("self") ? scope.declares(scope.mention("self", 0)) : null;
        boolean hasParent = !name.isEmpty() && used.get(0).contains("super");
        Name parent = hasParent ? scope.declares(scope.mention("super", 0)) : null;
        return new Block(name, self, parent, scope, body.get(0), levels);
    }

    private static boolean isEmpty(Body body) {
        return body.statements().stream()
                .allMatch(it -> it instanceof PlainText text
                        && text.text().chars().allMatch(c -> Characters.isSpace((char) c)));
    }
}
