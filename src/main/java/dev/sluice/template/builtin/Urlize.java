package dev.sluice.template.builtin;

import dev.sluice.template.python.Access;
import dev.sluice.template.python.Characters;
import dev.sluice.template.python.Convert;
import dev.sluice.template.python.Escape;
import dev.sluice.template.python.Markup;
import dev.sluice.template.python.Operators;
import dev.sluice.template.python.Pads;
import dev.sluice.template.python.Rendering;
import dev.sluice.template.python.Text;
import dev.sluice.template.python.ValueException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/** {@code urlize}: web and mail addresses become links, what stands around them stays outside. */
final class Urlize {
    private static final String[] OPENING = {"&lt;", "(", "<"};
    private static final String[] CLOSING = {"&gt;", ")", ">", ".", ",", "\n"};
    private static final String[][] PAIRS = {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}};

    private final Rendering rendering;
    private final Object limit;
    private final String attributes;
    private final List<String> schemes = new ArrayList<>();

    /** @param given limit, nofollow, target, rel, extra schemes */
    Urlize(Rendering rendering, Object[] given) {
        this.rendering = rendering;
        this.limit = given[0];
        TreeSet<String> rel = new TreeSet<>(List.of("noopener"));
        if (Operators.truth(rendering, given[3])) {
            rel.addAll(List.of(Convert.text("rel", given[3]).trim().split("\\s+")));
        }
        if (Operators.truth(rendering, given[1])) {
            rel.add("nofollow");
        }
        this.attributes = " rel=\"" + Escape.html(String.join(" ", rel)) + "\""
                + (Operators.truth(rendering, given[2])
                        ? " target=\"" + Escape.escape(rendering, given[2]).text() + "\""
                        : "");
        if (given[4] != null) {
            for (Iterator<Object> extra = Access.iterate(rendering, given[4]); extra.hasNext(); ) {
                schemes.add(scheme(Convert.text("A scheme", extra.next())));
            }
        }
    }

    private static String scheme(String text) {
        int colon = text.indexOf(':');
        boolean named = colon >= 2
                && text.substring(0, colon)
                        .codePoints()
                        .allMatch(it -> Characters.isWord(it) || "_.+-".indexOf(it) >= 0);
        String rest = text.substring(colon + 1);
        if (!named || !(rest.isEmpty() || rest.equals("/") || rest.equals("//"))) {
            throw new ValueException("'" + text + "' is not a valid URI scheme prefix.");
        }
        return text;
    }

    Object apply(Object value) {
        String text = Escape.escape(rendering, value).text();
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !Characters.isSpace(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                rendering.tick();
                word(out, text.substring(at, end));
                Pads.within(rendering, out);
            }
            if (end < text.length()) {
                out.append(text.charAt(end++));
            }
            at = end;
        }
        rendering.string(out.length());
        return rendering.autoescape() ? new Markup(out.toString()) : out.toString();
    }

    private void word(StringBuilder out, String word) {
        int start = 0;
        for (int step = opening(word, start); step > 0; step = opening(word, start)) {
            start += step;
        }
        int end = word.length();
        for (int step = closing(word, start, end); step > 0; step = closing(word, start, end)) {
            end -= step;
        }
        String middle = word.substring(start, end);
        // Brackets opened within the address are closed within it.
        for (String[] pair : PAIRS) {
            int opened = count(middle, pair[0]);
            if (opened > count(middle, pair[1])) {
                int closes = Math.min(opened, count(word.substring(end), pair[1]));
                for (int i = 0; i < closes; i++) {
                    end = word.indexOf(pair[1], end) + pair[1].length();
                }
                middle = word.substring(start, end);
            }
        }
        out.append(word, 0, start).append(link(middle)).append(word, end, word.length());
    }

    private static int opening(String word, int at) {
        for (String mark : OPENING) {
            if (word.startsWith(mark, at)) {
                return mark.length();
            }
        }
        return 0;
    }

    private static int closing(String word, int start, int end) {
        for (String mark : CLOSING) {
            if (end - mark.length() >= start && word.startsWith(mark, end - mark.length())) {
                return mark.length();
            }
        }
        return 0;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private String link(String address) {
        if (Addresses.isWeb(address)) {
            boolean complete = address.startsWith("https://") || address.startsWith("http://");
            return "<a href=\"" + (complete ? "" : "https://") + address + "\"" + attributes + ">" + shown(address)
                    + "</a>";
        }
        if (address.startsWith("mailto:") && Addresses.isMail(address.substring(7))) {
            return "<a href=\"" + address + "\">" + address.substring(7) + "</a>";
        }
        if (!address.startsWith("www.") && address.indexOf(':') < 0 && Addresses.isMail(address)) {
            return "<a href=\"mailto:" + address + "\">" + address + "</a>";
        }
        for (String scheme : schemes) {
            if (address.startsWith(scheme) && !address.equals(scheme)) {
                return "<a href=\"" + address + "\"" + attributes + ">" + address + "</a>";
            }
        }
        return address;
    }

    private String shown(String address) {
        if (limit == null || !Operators.less(rendering, limit, (long) Text.length(address))) {
            return address;
        }
        return Text.of(Access.slice(rendering, address, null, limit, null)) + "...";
    }
}
