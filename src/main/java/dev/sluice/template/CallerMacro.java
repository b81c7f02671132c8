package dev.sluice.template;

/** The body of a {@code call}, as the argument {@code caller}. */
record CallerMacro(MacroDefinition definition) implements Expression {
    @Override
    public Object value(Frame frame) {
        return new Macro(definition, frame);
    }
}
