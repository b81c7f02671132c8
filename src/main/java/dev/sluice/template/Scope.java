package dev.sluice.template;

import dev.sluice.template.python.Attributed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stretch of source with names of its own, as the body of a loop or a macro. */
final class Scope {
    private final Scope outer;
    private Routine routine;
    private final int level;
    private final List<Scope> inner = new ArrayList<>();
    private final List<Name> mentions = new ArrayList<>();
    private List<Symbols.Use> uses = new ArrayList<>();
    private Symbols symbols;
    private Entry[] entries = {};
    private boolean outlived;

    /** @param outer whose names are seen in it, or null */
    private Scope(Scope outer, Routine routine) {
        this.outer = outer;
        this.routine = routine;
        this.level = outer == null ? 0 : outer.level + 1;
    }

    /** The whole template, or a block. */
    static Scope top() {
        return new Scope(null, Routine.within(null));
    }

    /** In the same routine, until {@link #separate} says otherwise. */
    Scope inner() {
        Scope scope = new Scope(this, routine);
        inner.add(scope);
        return scope;
    }

    /** Gives the scope a routine of its own, before it has inner ones; names further out may be read ever after. */
    Scope separate() {
        return separate(Routine.within(outer.routine));
    }

    Scope separate(Routine own) {
        routine = own;
        for (Scope at = outer; at != null; at = at.outer) {
            at.outlived = true;
        }
        return this;
    }

    Routine routine() {
        return routine;
    }

    /** Another scope in the same place: the {@code else} of a loop. */
    Scope twin() {
        Scope scope = outer.inner();
        scope.routine = routine;
        return scope;
    }

    /** A routine beside that of this scope, whose frames have the same slots. */
    Routine beside() {
        return Routine.like(routine, outer.routine);
    }

    Name loads(String name, int at) {
        uses.add(symbols -> symbols.loaded(name));
        return mention(name, at);
    }

    Name stores(Name name) {
        uses.add(symbols -> symbols.stored(name.name()));
        return name;
    }

    Name declares(Name name) {
        uses.add(0, symbols -> symbols.parameter(name.name()));
        return name;
    }

    /** A name whose use is told later, when what comes before it in time has been parsed. */
    Name mention(String name, int at) {
        Name mention = new Name(name, at);
        mentions.add(mention);
        return mention;
    }

    /** Everything that is loaded here so far is loaded in the outer scope, too. */
    void loadsAlsoOutside() {
        outer.uses.addAll(uses);
    }

    /** Runs the part of the parser that reads one branch, and gives what it used apart from the rest. */
    List<Symbols.Use> branch(Runnable parsing) {
        List<Symbols.Use> before = uses;
        uses = new ArrayList<>();
        try {
            parsing.run();
            return uses;
        } finally {
            uses = before;
        }
    }

    void branches(List<List<Symbols.Use>> branches) {
        uses.add(symbols -> symbols.branched(branches));
    }

    /** Once the source is parsed: settles where each name is found, from the outermost scope inwards. */
    void settle() {
        symbols = new Symbols(outer);
        uses.forEach(use -> use.on(symbols));
        entries = symbols.own().entrySet().stream()
                .filter(it -> it.getValue() != Symbols.Start.PARAMETER)
                .map(it -> entry(it.getKey(), it.getValue()))
                .toArray(Entry[]::new);
        mentions.forEach(it -> it.settle(place(it.name())));
        inner.forEach(Scope::settle);
    }

    boolean has(String name) {
        return symbols.own().containsKey(name) || outer != null && outer.has(name);
    }

    private Place place(String name) {
        Scope owner = this;
        while (!owner.symbols.own().containsKey(name)) {
            owner = owner.outer;
        }
        return new Place(routine.hopsTo(owner.routine), owner.routine.slot(owner.level, name));
    }

    private Entry entry(String name, Symbols.Start start) {
        int slot = routine.slot(level, name);
        return switch (start) {
            case LOOKED_UP -> new Entry(slot, name, null);
            case OF_OUTER -> {
                Place place = outer.place(name);
                yield new Entry(slot, null, new Place(place.hops() + routine.hopsTo(outer.routine), place.slot()));
            }
            default -> new Entry(slot, null, null);
        };
    }

    void enter(Frame frame) {
        for (Entry entry : entries) {
            entry.fill(frame);
        }
    }

    /** Only a macro that was kept beyond the end of the scope can tell whether it has been left. */
    void leave(Frame frame) {
        if (outlived) {
            symbols.own().keySet().forEach(name -> frame.slots()[routine.slot(level, name)] = Attributed.MISSING);
        }
    }

    /** All that was stored here and further out, by name. */
    Map<String, Object> stored(Frame frame) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Scope at = this; at != null; at = at.outer) {
            for (String name : at.symbols.stored()) {
                if (!values.containsKey(name)) {
                    values.put(name, place(name).read(frame));
                }
            }
        }
        values.values().removeIf(value -> value == Attributed.MISSING);
        return values;
    }

    /** Where a name is: so many frames further out, in that slot. */
    record Place(int hops, int slot) {
        Object read(Frame frame) {
            return frame.outwards(hops).slots()[slot];
        }
    }

    /** What a slot holds at the start: what is found under {@code lookup}, what stands at {@code outer}, or nothing. */
    private record Entry(int slot, String lookup, Place outer) {
        void fill(Frame frame) {
            Object value = Attributed.MISSING;
            if (lookup != null) {
                value = frame.variables().find(lookup);
            } else if (outer != null) {
                value = outer.read(frame);
            }
            frame.slots()[slot] = value;
        }
    }
}
