package dev.sluice.template.builtin;

import dev.sluice.template.python.Characters;
import dev.sluice.template.python.Lines;
import dev.sluice.template.python.Print;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import java.util.ArrayList;
import java.util.List;

/** A string too long for its line, as literals one below the other. */
final class PrettyText {
    private PrettyText() {}

    static void write(
            Rendering rendering, StringBuilder out, String text, int givenIndent, int givenReserved, int width) {
        boolean bare = givenIndent == 0 && givenReserved == 0;
        int indent = bare ? 1 : givenIndent;
        int reserved = bare ? 1 : givenReserved;
        List<String> literals = literals(rendering, text, width - indent, reserved);
        if (literals.size() == 1) {
            out.append(literals.get(0));
            return;
        }
        out.append(bare ? "(" : "");
        out.append(String.join("\n" + " ".repeat(indent), literals));
        out.append(bare ? ")" : "");
    }

    private static List<String> literals(Rendering rendering, String text, int width, int reserved) {
        List<String> literals = new ArrayList<>();
        List<String> lines = Lines.of(text, true);
        for (int i = 0; i < lines.size(); i++) {
            boolean lastLine = i == lines.size() - 1;
            String literal = Print.repr(rendering, lines.get(i));
            if (Text.length(literal) <= width - (lastLine ? reserved : 0)) {
                literals.add(literal);
            } else {
                words(rendering, literals, lines.get(i), width, lastLine ? reserved : 0);
            }
        }
        return literals;
    }

    private static void words(Rendering rendering, List<String> literals, String line, int width, int reserved) {
        List<String> words = words(line);
        StringBuilder current = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String longer = current + words.get(i);
            int room = i == words.size() - 1 ? width - reserved : width;
            if (Text.length(Print.repr(rendering, longer)) > room) {
                if (current.length() > 0) {
                    literals.add(Print.repr(rendering, current.toString()));
                }
                current = new StringBuilder(words.get(i));
            } else {
                current.append(words.get(i));
            }
        }
        if (current.length() > 0) {
            literals.add(Print.repr(rendering, current.toString()));
        }
    }

    /** Each with the blanks behind it. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= line.length(); i++) {
            boolean starts =
                    i == line.length() || Characters.isSpace(line.charAt(i - 1)) && !Characters.isSpace(line.charAt(i));
            if (starts) {
                words.add(line.substring(start, i));
                start = i;
            }
        }
        return words;
    }
}
