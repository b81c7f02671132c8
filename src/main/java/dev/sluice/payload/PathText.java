package dev.sluice.payload;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a path into tokens and says what the workflow check should show about it. */
final class PathText {
    final List<PathToken> tokens = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    PathText(String source) {
        if (source.indexOf('[') < 0) {
            for (String token : source.split("\\.", -1)) {
                tokens.add(new PathToken(token, null));
            }
            return;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '.' && depth == 0) {
                add(source.substring(start, i));
                start = i + 1;
            }
        }
        add(source.substring(start));
        if (depth > 0) {
            problems.add("A [ is never closed by a ]; everything behind it counts as part of its condition.");
        } else if (depth < 0) {
            problems.add("There is a ] without a [ before it; the path is not split at the dots behind it.");
        }
    }

    private void add(String untrimmed) {
        String token = trim(untrimmed);
        int open = token.indexOf('[');
        if (open < 0) {
            tokens.add(new PathToken(token, null));
            return;
        }
        String text = token.substring(open);
        ConditionText parsed = ConditionText.parse(text);
        if (parsed.ignored()) {
            problems.add("In \"" + text + "\" there is text that is no condition and is ignored."
                    + " A condition looks like [name], [name=value] or [name=/regex/].");
        }
        for (PathCondition condition : parsed.conditions()) {
            if (condition.problem() != null) {
                problems.add(condition.problem());
            }
        }
        tokens.add(new PathToken(token.substring(0, open), List.copyOf(parsed.conditions())));
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isTrimmed(text.charAt(start))) {
            start++;
        }
        while (end > start && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isTrimmed(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0 || c == 0x0B;
    }
}
