package dev.sluice.template;

import dev.sluice.template.python.ValueException;

/** {@code include}, {@code import}, {@code from} and {@code extends}: as in Jinja they fail when they are reached. */
record NoLoader(int at, String tag, Expression template) implements Statement {
    @Override
    public void run(Frame frame) {
        template.value(frame);
        frame.at(at);
        throw new ValueException(
                "The tag '" + tag + "' needs another template, and there is no other here; write it all in this one.");
    }
}
