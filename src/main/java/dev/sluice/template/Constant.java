package dev.sluice.template;

/** A literal string, number, boolean or none. */
record Constant(Object constant) implements Expression {
    @Override
    public Object value(Frame frame) {
        return constant;
    }
}
