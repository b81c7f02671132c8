package dev.sluice.template;

/** {@code {% macro name(parameters) %}...{% endmacro %}}, which sets the name. */
record MacroStatement(Name name, MacroDefinition definition, boolean exported) implements Statement {
    @Override
    public void run(Frame frame) {
        Macro macro = new Macro(definition, frame);
        name.store(frame, macro);
        if (exported) {
            frame.variables().set(name.name(), macro);
        }
    }
}
