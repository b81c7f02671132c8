package dev.sluice.template;

import dev.sluice.template.python.Markup;

/** Whether a place in the source escapes what it prints, as the {@code autoescape} sections around it say. */
enum Escaping {
    OFF,
    ON,
    /** Known when it runs only. */
    OPEN;

    boolean on(Frame frame) {
        return this == ON || this == OPEN && frame.run().rendering.autoescape();
    }

    /** Text that was printed here, as a value: it has been escaped as far as it needs to. */
    Object value(Frame frame, String text) {
        return on(frame) ? new Markup(text) : text;
    }
}
