package dev.sluice.template.python;

final class PercentFormat {
    PercentFormat(Rendering rendering, String pattern, Object values, boolean markup) {}

    String format() {
        throw new ValueException("not yet");
    }
}
