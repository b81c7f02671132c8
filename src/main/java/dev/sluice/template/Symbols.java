package dev.sluice.template;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the names of one scope after some of its source: which are its own, and what each of them holds when
 * the scope is entered.
 *
 * <p>A name belongs to the scope from its start when it is stored anywhere in it. That is why a loop above a
 * {@code {% set x %}} sees an undefined {@code x} even when the data has one, just as in Jinja.
 */
final class Symbols {
    /** What a name holds when its scope is entered. */
    enum Start {
        /** Set by the statement that opens the scope. */
        PARAMETER,
        /** What the data, the top level or the globals have under that name. */
        LOOKED_UP,
        /** What the scope around it has. */
        OF_OUTER,
        NOTHING
    }

    private final Scope outer;
    private final Map<String, Start> own;
    private final Set<String> stored;

    Symbols(Scope outer) {
        this(outer, Map.of(), Set.of());
    }

    private Symbols(Scope outer, Map<String, Start> own, Set<String> stored) {
        this.outer = outer;
        this.own = new LinkedHashMap<>(own);
        this.stored = new LinkedHashSet<>(stored);
    }

    void loaded(String name) {
        if (!own.containsKey(name) && !outerHas(name)) {
            own.put(name, Start.LOOKED_UP);
        }
    }

    void stored(String name) {
        stored.add(name);
        own.computeIfAbsent(name, it -> outerHas(it) ? Start.OF_OUTER : Start.NOTHING);
    }

    void parameter(String name) {
        stored.add(name);
        own.put(name, Start.PARAMETER);
    }

    /** One of the branches is run: until it stores a name, that one keeps what it had. */
    void branched(List<List<Use>> branches) {
        List<Symbols> after = branches.stream()
                .map(uses -> {
                    Symbols branch = new Symbols(outer, own, stored);
                    uses.forEach(use -> use.on(branch));
                    return branch;
                })
                .toList();
        Set<String> before = Set.copyOf(stored);
        for (Symbols branch : after) {
            own.putAll(branch.own);
            stored.addAll(branch.stored);
        }
        for (String name : stored) {
            if (!before.contains(name)) {
                own.put(name, outerHas(name) ? Start.OF_OUTER : Start.LOOKED_UP);
            }
        }
    }

    private boolean outerHas(String name) {
        return outer != null && outer.has(name);
    }

    Map<String, Start> own() {
        return own;
    }

    Set<String> stored() {
        return stored;
    }

    /** One mention of a name in the source of a scope, or a choice between mentions. */
    interface Use {
        void on(Symbols symbols);
    }
}
