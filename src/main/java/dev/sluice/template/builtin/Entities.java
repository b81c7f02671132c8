package dev.sluice.template.builtin;

final class Entities {
    private Entities() {}

    static String unescape(String text) {
        return text;
    }
}
