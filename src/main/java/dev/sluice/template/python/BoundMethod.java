package dev.sluice.template.python;

/** A method of one value, ready to be called. */
final class BoundMethod implements Callable {
    private final Object self;
    private final Function function;

    BoundMethod(Object self, Function function) {
        this.self = self;
        this.function = function;
    }

    @Override
    public Object call(Rendering rendering, Arguments arguments) {
        return function.call(rendering, self, arguments);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundMethod that && self == that.self && function == that.function;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(self) * 31 + function.hashCode();
    }

    @Override
    public String toString() {
        return "<built-in method " + function.name() + " of " + Types.name(self) + " object>";
    }
}
