package dev.sluice.template.python;

import java.time.Duration;

/**
 * What one rendering may use.
 *
 * @param output characters of the text, and of any one string made on the way
 * @param characters of all strings made on the way together
 * @param rounds of {@code for} loops together
 * @param elements of all lists, tuples and maps made or walked by filters and operators together
 * @param depth of nested calls, and of nested values when printed or compared
 * @param time from start to end
 */
public record Limits(int output, long characters, int rounds, int elements, int depth, Duration time) {
    /** As spec/templates.md has them; characters and elements bound the memory of what output does not show. */
    public static final Limits STANDARD =
            new Limits(1 << 20, 32L << 20, 100_000, 4_000_000, 100, Duration.ofSeconds(1));
}
