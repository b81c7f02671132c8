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
    private final Symbols before;
    private final Map<String, Start> own = new LinkedHashMap<>();
    private final Set<String> stored = new LinkedHashSet<>();

    Symbols(Scope outer) {
        this(outer, null);
    }

    /** @param before what is known when a branch begins, to which this adds; null outside of branches */
    private Symbols(Scope outer, Symbols before) {
        this.outer = outer;
        this.before = before;
    }

    void loaded(String name) {
        if (!isOwn(name) && !outerHas(name)) {
            own.put(name, Start.LOOKED_UP);
        }
    }

    void stored(String name) {
        if (!isStored(name)) {
            stored.add(name);
        }
        if (!isOwn(name)) {
            own.put(name, outerHas(name) ? Start.OF_OUTER : Start.NOTHING);
        }
    }

    void parameter(String name) {
        stored.add(name);
        own.put(name, Start.PARAMETER);
    }

    /** One of the branches is run: until it stores a name, that one keeps what it had. */
    void branched(List<List<Use>> branches) {
        List<Symbols> after = branches.stream()
                .map(uses -> {
                    Symbols branch = new Symbols(outer, this);
                    uses.forEach(use -> use.on(branch));
                    return branch;
                })
                .toList();
        for (Symbols branch : after) {
            own.putAll(branch.own);
            for (String name : branch.stored) {
                stored.add(name);
                own.put(name, outerHas(name) ? Start.OF_OUTER : Start.LOOKED_UP);
            }
        }
    }

    private boolean isOwn(String name) {
        return own.containsKey(name) || before != null && before.isOwn(name);
    }

    private boolean isStored(String name) {
        return stored.contains(name) || before != null && before.isStored(name);
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
