package dev.sluice.template.builtin;

import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Pads;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.ValueException;
import java.util.concurrent.ThreadLocalRandom;

/** {@code lipsum()}: paragraphs of words without sense. */
final class Lipsum {
    private static final String[] WORDS = ("ac ad amet ante arcu at aptent auctor bibendum blandit commodo congue"
                    + " consectetur cras cursus dapibus diam dictum dolor donec egestas elit enim erat eros est et etiam"
                    + " facilisi fames felis fusce gravida hac iaculis id in ipsum justo lacinia lacus lectus leo libero"
                    + " ligula lorem luctus magna massa mattis mauris metus mi molestie morbi nam nec neque nibh nisi"
                    + " non nulla nunc odio orci ornare pede pellentesque porta proin purus quam quis risus rutrum sapien"
                    + " sed sem sit sodales tellus tempor tortor turpis ultrices urna ut varius vel velit vitae")
            .split(" ");

    private Lipsum() {}

    static Object make(Rendering rendering, Object[] given) {
        long paragraphs = Whole.number(given[0]);
        boolean html = Operators.truth(rendering, given[1]);
        long least = Whole.number(given[2]);
        long most = Whole.number(given[3]);
        if (least >= most) {
            throw new ValueException("empty range for randrange() (" + least + ", " + most + ")");
        }
        StringBuilder out = new StringBuilder();
        for (long i = 0; i < paragraphs; i++) {
            out.append(i == 0 ? "" : html ? "\n" : "\n\n").append(html ? "<p>" : "");
            paragraph(rendering, out, ThreadLocalRandom.current().nextLong(least, most));
            out.append(html ? ".</p>" : ".");
        }
        rendering.string(out.length());
        return html ? new Markup(out.toString()) : out.toString();
    }

    private static void paragraph(Rendering rendering, StringBuilder out, long words) {
        boolean capital = true;
        for (long i = 0; i < words; i++) {
            rendering.tick();
            ThreadLocalRandom random = ThreadLocalRandom.current();
            String word = WORDS[random.nextInt(WORDS.length)];
            out.append(i == 0 ? "" : capital ? ". " : random.nextInt(6) == 0 ? ", " : " ");
            out.append(capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            capital = random.nextInt(12) == 0;
            Pads.within(rendering, out);
        }
    }
}
