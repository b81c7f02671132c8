package dev.sluice.template;

/** A node that does something: write text, set a name, run other statements. */
sealed interface Statement
        permits Assignment,
                AutoescapeSection,
                BlockAssignment,
                BlockPlace,
                Body,
                CapturedCall,
                FilterSection,
                ForLoop,
                IfChoice,
                MacroStatement,
                NoLoader,
                Output,
                PlainText,
                WithSection {
    /** @throws dev.sluice.template.python.ValueException where Python raises */
    void run(Frame frame);
}
