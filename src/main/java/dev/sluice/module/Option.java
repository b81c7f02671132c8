package dev.sluice.module;

import java.util.List;
import java.util.Locale;

/** One choice of a select, radio or picker: what is stored, and what is shown. */
public record Option(Object value, String label) {
    /** Alternating values and labels. */
    public static List<Option> of(String... valuesAndLabels) {
        Option[] options = new Option[valuesAndLabels.length / 2];
        for (int i = 0; i < options.length; i++) {
            options[i] = new Option(valuesAndLabels[2 * i], valuesAndLabels[2 * i + 1]);
        }
        return List.of(options);
    }

    /** The texts a search finds it by, in lower case. */
    public String words() {
        return (label + '\n' + value).toLowerCase(Locale.ROOT);
    }

    /** Whether its label or its value holds a text, given in lower case. */
    public boolean holds(String sought) {
        return words().contains(sought);
    }
}
