package dev.sluice.template.python;

import java.util.ArrayList;
import java.util.List;

/** {@code splitlines()} */
public final class Lines {
    private Lines() {}

    public static List<String> of(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Characters.isLineEnd(text.charAt(i))) {
                int end = i;
                if (text.charAt(i) == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
                    i++;
                }
                lines.add(text.substring(start, keepEnds ? i + 1 : end));
                start = i + 1;
            }
        }
        if (start < length) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
