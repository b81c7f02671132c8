package dev.sluice.template;

import dev.sluice.template.python.Attributed;
import dev.sluice.template.python.Undefined;

/** A variable, read or stored to. Where it is found is settled once, at the end of parsing. */
final class Name implements Expression {
    private final String name;
    private final int at;
    private final Undefined missing;
    private int hops;
    private int slot;

    Name(String name, int at) {
        this.name = name;
        this.at = at;
        this.missing = Undefined.because("'" + name + "' is undefined");
    }

    String name() {
        return name;
    }

    int at() {
        return at;
    }

    void settle(Scope.Place place) {
        hops = place.hops();
        slot = place.slot();
    }

    @Override
    public Object value(Frame frame) {
        Object value = frame.outwards(hops).slots()[slot];
        return value == Attributed.MISSING ? missing : value;
    }

    boolean isMissing(Frame frame) {
        return frame.slots()[slot] == Attributed.MISSING;
    }

    /** A name is stored to in the frame it belongs to: assignments reach no further out. */
    void store(Frame frame, Object value) {
        frame.slots()[slot] = value;
    }
}
