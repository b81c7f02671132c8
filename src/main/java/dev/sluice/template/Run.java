package dev.sluice.template;

import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.ValueException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One rendering: the text so far, and where in the source it is. */
final class Run {
    /** How deep the statements and expressions of all running calls may nest together; the stack of a thread bears it. */
    private static final int DEEPEST = 800;

    final Rendering rendering;
    final Map<String, Block> blocks;
    /** Offset in the source of what is being done; a field, because it is written all the time. */
    int at;

    private final UnaryOperator<String> finish;
    private final StringBuilder text;
    private int depth;

    Run(Rendering rendering, Map<String, Block> blocks, int sizeHint, UnaryOperator<String> finish) {
        this.rendering = rendering;
        this.blocks = blocks;
        this.finish = finish;
        this.text = new StringBuilder(sizeHint);
    }

    /** What an expression puts out. */
    void put(String value) {
        write(finish.apply(value));
    }

    void write(String more) {
        if (more.length() > rendering.limits().output() - text.length()) {
            throw new ValueException("The template makes a text of more than "
                    + rendering.limits().output() + " characters.");
        }
        text.append(more);
    }

    /** Where what is written from now on begins, to be given to {@link #taken}. */
    int mark() {
        return text.length();
    }

    /** What was written since the mark, which is not output then. */
    String taken(int mark) {
        String taken = text.substring(mark);
        rendering.string(taken.length());
        text.setLength(mark);
        return taken;
    }

    /** Before a call of something that nests so deep. */
    void enter(int levels) {
        rendering.enter();
        depth += levels;
        if (depth > DEEPEST) {
            throw new ValueException("The calls of macros, blocks and recursive loops nest too deep.");
        }
    }

    void leave(int levels) {
        rendering.leave();
        depth -= levels;
    }

    String text() {
        return text.toString();
    }
}
