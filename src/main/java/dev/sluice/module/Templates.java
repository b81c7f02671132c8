package dev.sluice.module;

import java.util.Map;

/** The port behind which parameters that are templates get rendered. */
public interface Templates {
    /** A template that was parsed once and is shared by all runs. */
    @FunctionalInterface
    interface Template {
        /** The text it makes of the data; an exception becomes an error of the node. Changes nothing in the data. */
        String render(Map<String, Object> data);
    }

    /** A template that is the same text whatever the data. */
    record Text(String text) implements Template {
        @Override
        public String render(Map<String, Object> data) {
            return text;
        }
    }

    /**
     * Parses a template. One that is wrong does not fail here but when it is rendered, so that a workflow with it can
     * still be looked at and mended.
     */
    Template parse(String source);

    /**
     * As {@link #parse}, for a text in which each line says something of its own, as headers do: what an expression puts
     * out stays within its line, so that nobody adds a line by what the data holds.
     */
    Template parseLines(String source);

    /** What is wrong with the template, for the workflow check, or "". */
    String problem(String source);
}
