package dev.sluice.template.builtin;

import dev.sluice.template.python.Characters;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.List;

/** Breaks one line into lines of a width, at spaces, after hyphens, and within words that are too long. */
final class Wrapper {
    private final int width;
    private final boolean breakLongWords;
    private final boolean breakOnHyphens;

    Wrapper(int width, boolean breakLongWords, boolean breakOnHyphens) {
        if (width <= 0) {
            throw new ValueException("invalid width " + width + " (must be > 0)");
        }
        this.width = width;
        this.breakLongWords = breakLongWords;
        this.breakOnHyphens = breakOnHyphens;
    }

    List<String> wrap(String line) {
        List<String> chunks = Chunks.of(line, breakOnHyphens);
        List<String> lines = new ArrayList<>();
        int next = 0;
        while (next < chunks.size()) {
            if (!lines.isEmpty() && isBlank(chunks.get(next))) {
                next++;
            }
            List<String> current = new ArrayList<>();
            int length = 0;
            while (next < chunks.size() && length + size(chunks.get(next)) <= width) {
                length += size(chunks.get(next));
                current.add(chunks.get(next++));
            }
            if (next < chunks.size() && size(chunks.get(next)) > width) {
                next = longWord(chunks, next, current, width - length);
            }
            if (!current.isEmpty() && isBlank(current.get(current.size() - 1))) {
                current.remove(current.size() - 1);
            }
            if (!current.isEmpty()) {
                lines.add(String.join("", current));
            }
        }
        return lines;
    }

    /** @return the number of the chunk to go on with */
    private int longWord(List<String> chunks, int at, List<String> current, int space) {
        String chunk = chunks.get(at);
        if (breakLongWords) {
            int cut = chunk.offsetByCodePoints(0, space);
            int hyphen = breakOnHyphens && cut > 0 ? chunk.lastIndexOf('-', cut - 1) : -1;
            if (hyphen > 0 && chunk.substring(0, hyphen).chars().anyMatch(it -> it != '-')) {
                cut = hyphen + 1;
            }
            current.add(chunk.substring(0, cut));
            chunks.set(at, chunk.substring(cut));
            return at;
        }
        if (current.isEmpty()) {
            current.add(chunk);
            return at + 1;
        }
        return at;
    }

    private static boolean isBlank(String chunk) {
        return chunk.chars().allMatch(Characters::isSpace);
    }

    private static int size(String chunk) {
        return chunk.codePointCount(0, chunk.length());
    }
}
