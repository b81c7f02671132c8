package dev.sluice.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Names that are stored to: {@code a}, {@code a, (b, c)}, {@code ns.a}. */
final class TargetParser {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "none", "True", "False", "None");

    private final Tokens tokens;
    private final Scopes scopes;

    TargetParser(Tokens tokens, Scopes scopes) {
        this.tokens = tokens;
        this.scopes = scopes;
    }

    /** What a {@code set} stores to. */
    Target ofSet() {
        if (tokens.look().kind() != Kind.DOT) {
            return names(scopes::storing);
        }
        Token name = tokens.expect(Kind.NAME);
        tokens.take();
        Token attribute = tokens.expect(Kind.NAME);
        return new Target.Attribute(name.at(), scopes.load(name), attribute.text());
    }

    /** Names with or without commas between; only the end of a tag or a parenthesis may follow a last comma. */
    Target names(Function<Token, Name> kept) {
        int at = tokens.current().at();
        List<Target> targets = new ArrayList<>();
        do {
            targets.add(target(kept));
            if (!tokens.skip(Kind.COMMA)) {
                return targets.size() == 1 ? targets.get(0) : new Target.Unpacking(at, List.copyOf(targets));
            }
        } while (!tokens.at(Kind.BLOCK_END) && !tokens.at(Kind.RIGHT_PARENTHESIS));
        return new Target.Unpacking(at, List.copyOf(targets));
    }

    private Target target(Function<Token, Name> kept) {
        if (!tokens.skip(Kind.LEFT_PARENTHESIS)) {
            return new Target.Variable(kept.apply(name()));
        }
        tokens.down();
        Target inside = tokens.at(Kind.RIGHT_PARENTHESIS)
                ? new Target.Unpacking(tokens.current().at(), List.of())
                : names(kept);
        tokens.up();
        tokens.expect(Kind.RIGHT_PARENTHESIS);
        return inside;
    }

    /** A single name that can be stored to. */
    Token name() {
        Token name = tokens.expect(Kind.NAME);
        if (CONSTANTS.contains(name.text())) {
            throw tokens.error(name, "'" + name.text() + "' is a constant; nothing can be stored to it.");
        }
        return name;
    }
}
