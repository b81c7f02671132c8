package dev.sluice.template;

import java.util.List;

/** Statements one after the other. */
record Body(List<Statement> statements) implements Statement {
    @Override
    public void run(Frame frame) {
        for (int i = 0; i < statements.size(); i++) {
            statements.get(i).run(frame);
        }
    }

    /** Runs it and keeps what it writes from the output. */
    String captured(Frame frame) {
        Run run = frame.run();
        int mark = run.mark();
        run(frame);
        return run.taken(mark);
    }
}
