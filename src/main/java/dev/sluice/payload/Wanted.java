package dev.sluice.payload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Values to look for by loose comparison, arranged so that the common cases need no scan: texts that are no numbers among
 * such texts, and numbers that a double holds exactly among such numbers.
 */
final class Wanted {
    private static final double EXACT = 1L << 53;

    private final List<Object> all;
    private final Set<String> texts = new HashSet<>();
    private final Set<Double> numbers = new HashSet<>();
    private final List<Object> others = new ArrayList<>();

    Wanted(List<Object> values) {
        this.all = values;
        for (Object value : values) {
            Double number = number(value);
            if (number != null) {
                numbers.add(number);
            } else if (value instanceof String text && !NumericText.isNumeric(text)) {
                texts.add(text);
            } else {
                others.add(value);
            }
        }
    }

    boolean contains(Object value) {
        Double number = number(value);
        if (number != null) {
            return numbers.contains(number) || scan(others, value);
        }
        if (value instanceof String text && !NumericText.isNumeric(text)) {
            return texts.contains(text) || scan(others, value);
        }
        return scan(all, value);
    }

    private static boolean scan(List<Object> values, Object value) {
        for (int i = 0; i < values.size(); i++) {
            if (LooseComparison.equal(value, values.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The number, or numeric text, that is equal to others by its double alone; null for everything else. */
    private static Double number(Object value) {
        NumericText number = value instanceof Number each
                ? NumericText.of(each)
                : value instanceof String text ? NumericText.of(text) : null;
        // adding 0.0 makes -0.0 the same key as 0.0
        return number == null || !(Math.abs(number.real) < EXACT) ? null : Double.valueOf(number.real + 0.0);
    }
}
