package dev.sluice.template;

/** The text of a template as Jinja reads it: every line end is a line feed, and one at the very end is dropped. */
record Source(String text) {
    static final int LONGEST = 1 << 16;

    static Source of(String written) {
        if (written.length() > LONGEST) {
            throw new TemplateException(
                    "The template is longer than " + LONGEST + " characters; make it shorter.", 1, 1);
        }
        String text = written.indexOf('\r') < 0 ? written : normalized(written);
        return new Source(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    /** Without {@code \r}: both {@code \r\n} and a lonely {@code \r} are a line end. */
    static String normalized(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    TemplateException error(int at, String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new TemplateException(message, line, at - lineStart + 1);
    }

    int line(int at) {
        return error(at, "").line();
    }
}
