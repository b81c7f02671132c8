package dev.sluice.template;

/** What stands between tags. */
record PlainText(String text) implements Statement {
    @Override
    public void run(Frame frame) {
        frame.run().write(text);
    }
}
