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

    /** Names with or without commas between, up to whatever is no name. */
    Target names(Function<Token, Name> kept) {
        int at = tokens.current().at();
        List<Target> targets = new ArrayList<>();
        boolean comma = false;
        while (tokens.at(Kind.NAME) && !tokens.at("in") || tokens.at(Kind.LEFT_PARENTHESIS)) {
            targets.add(target(kept));
            if (!tokens.skip(Kind.COMMA)) {
                break;
            }
            comma = true;
        }
        if (targets.isEmpty()) {
            throw tokens.unexpected("a name to store to");
        }
        return comma ? new Target.Unpacking(at, List.copyOf(targets)) : targets.get(0);
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
