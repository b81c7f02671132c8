package dev.sluice.template.python;

/** HTML escaping as MarkupSafe does it. */
public final class Escape {
    private Escape() {}

    /** {@code &}, {@code <}, {@code >}, {@code "} and {@code '} as entities; the same string when there is none. */
    public static String html(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (entity(text.charAt(i)) != null) {
                return html(text, i);
            }
        }
        return text;
    }

    private static String html(String text, int clean) {
        StringBuilder escaped = new StringBuilder(text.length() + 32).append(text, 0, clean);
        for (int i = clean; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (entity == null) {
                escaped.append(text.charAt(i));
            } else {
                escaped.append(entity);
            }
        }
        return escaped.toString();
    }

    private static String entity(char character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&#34;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    /** {@code escape(value)}: markup stays, all else is printed and escaped. */
    public static Markup escape(Rendering rendering, Object value) {
        if (value instanceof Markup markup) {
            return markup;
        }
        String escaped = html(Print.str(rendering, value));
        rendering.string(escaped.length());
        return new Markup(escaped);
    }
}
