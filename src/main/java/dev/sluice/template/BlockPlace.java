package dev.sluice.template;

import dev.sluice.template.python.ValueException;

/**
 * Where a block stands.
 *
 * @param around when the block is {@code scoped}, the scope whose names it sees; else null
 */
record BlockPlace(int at, Block block, Scope around, boolean required) implements Statement {
    @Override
    public void run(Frame frame) {
        if (required) {
            frame.at(at);
            throw new ValueException("The block '" + block.name()
                    + "' is required to come from another template, and there is no other here.");
        }
        Variables variables = frame.variables();
        block.run(frame.run(), around == null ? variables : variables.with(around.stored(frame)));
    }
}
