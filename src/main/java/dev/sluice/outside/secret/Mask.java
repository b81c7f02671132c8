package dev.sluice.outside.secret;

import java.util.Collection;
import java.util.List;

/** Hides texts in what others say, however they write them. Where several begin at one place the longest is hidden. */
final class Mask {
    private static final String HIDDEN = "***";

    /** A shorter text would be found in every other word. */
    private static final int SHORTEST = 4;

    private final List<Spelled> hidden;

    Mask(Collection<String> texts) {
        hidden = texts.stream()
                .filter(it -> it.length() >= SHORTEST)
                .distinct()
                .map(Spelled::new)
                .toList();
    }

    String clean(String said) {
        StringBuilder clean = new StringBuilder();
        int kept = 0;
        for (int at = 0; at < said.length() && !hidden.isEmpty(); at++) {
            int end = -1;
            for (Spelled each : hidden) {
                end = Math.max(end, each.end(said, at));
            }
            if (end > at) {
                clean.append(said, kept, at).append(HIDDEN);
                kept = end;
                at = end - 1;
            }
        }
        return kept == 0 ? said : clean.append(said, kept, said.length()).toString();
    }
}
