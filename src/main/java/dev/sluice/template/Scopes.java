package dev.sluice.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the parser is among the scopes, and which of the names that appear by themselves are used where. */
final class Scopes {
    private static final Set<String> SPECIAL = Set.of("caller", "kwargs", "varargs", "loop", "self", "super");

    private final Tokens tokens;
    private final List<Watch> watches = new ArrayList<>();
    private Scope current;
    private Scope top;
    private int loops;
    /** Inside of {@code if}, where unknown filters and tests are errors only when they are reached. */
    boolean soft;
    /** What text that is printed here goes through. */
    Escaping escaping = Escaping.OFF;

    Scopes(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Names set in this scope are seen everywhere. */
    void top(Scope scope) {
        top = scope;
    }

    boolean isTop() {
        return current == top;
    }

    Scope current() {
        return current;
    }

    Name load(Token name) {
        seen(name.text());
        return current.loads(name.text(), name.at());
    }

    /** A name that will be stored to, once what is stored has been read. */
    Name storing(Token name) {
        if (loops > 0 && name.text().equals("loop")) {
            throw tokens.error(name, "The name 'loop' is taken inside of a loop; choose another one.");
        }
        return declared(name);
    }

    /** A name that its scope begins with. */
    Name declared(Token name) {
        for (int i = watches.size() - 1; i >= 0; i--) {
            watches.get(i).watched.remove(name.text());
            if (watches.get(i).barrier) {
                break;
            }
        }
        return current.mention(name.text(), name.at());
    }

    private void seen(String name) {
        if (SPECIAL.contains(name)) {
            for (int i = watches.size() - 1; i >= 0; i--) {
                Watch watch = watches.get(i);
                watch.seen(name);
                if (watch.barrier) {
                    return;
                }
            }
        }
    }

    /** Runs a part of the parser within a scope. */
    void in(Scope scope, Runnable parsing) {
        Scope outer = current;
        boolean softBefore = soft;
        current = scope;
        soft = false;
        parsing.run();
        soft = softBefore;
        current = outer;
    }

    /** Runs a part of the parser, and gives which of the names it loads without having stored them before. */
    Set<String> watched(Set<String> names, boolean barrier, Runnable parsing) {
        Watch watch = new Watch(new HashSet<>(names), new HashSet<>(), barrier);
        watches.add(watch);
        parsing.run();
        watches.remove(watches.size() - 1);
        return watch.used;
    }

    /** A scoped block may use the {@code loop} of every loop around it. */
    void scopedBlock() {
        watches.stream().filter(it -> it.names.contains("loop")).forEach(it -> it.used.add("loop"));
    }

    void insideLoop(Runnable parsing) {
        loops++;
        parsing.run();
        loops--;
    }

    private record Watch(Set<String> names, Set<String> watched, Set<String> used, boolean barrier) {
        Watch(Set<String> names, Set<String> used, boolean barrier) {
            this(Set.copyOf(names), names, used, barrier);
        }

        void seen(String name) {
            if (watched.contains(name)) {
                used.add(name);
            }
        }
    }
}
