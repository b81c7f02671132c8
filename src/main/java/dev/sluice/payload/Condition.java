package dev.sluice.payload;

import java.util.List;

/**
 * An operator and the value it compares with, as logic modules and filters have them. Comparisons are PHP's loose ones.
 * Never changes; may be shared between threads.
 *
 * <p>{@code in_and} and {@code not_in_and} ask whether all wanted values are there or not, whatever their order and
 * however often, where the original depends on both.
 */
public final class Condition {
    /** The operators there are; any other is never met. */
    public static final List<String> OPERATORS =
            List.of("in", "not_in", "equals", "not_equals", "any_value", "in_or", "in_and", "not_in_or", "not_in_and");

    private final String operator;
    private final Object value;
    private final Wanted wanted;

    private Condition(String operator, Object value) {
        this.operator = operator;
        this.value = value;
        boolean several = operator.equals("in_or") || operator.equals("not_in_or");
        this.wanted = several && PhpArray.is(value) ? new Wanted(PhpArray.values(value)) : null;
    }

    /**
     * The condition of an operator as it is stored, normally one of {@link #OPERATORS}; anything else makes a condition
     * that is never met. {@code true} is {@code in}, which is what PHP finds equal to it first.
     *
     * @param value the configured value: a list for the operators with {@code or} and {@code and}, otherwise a single value
     */
    public static Condition of(Object operator, Object value) {
        return new Condition(Boolean.TRUE.equals(operator) ? "in" : LooseComparison.phpString(operator), value);
    }

    /** The operator, or what stands in its place. */
    public String operator() {
        return operator;
    }

    /** The configured value. */
    public Object value() {
        return value;
    }

    /**
     * Whether data meets the condition. {@code equals} and {@code not_equals} are met only by single values, all others
     * only by lists (of a map its values count), {@code any_value} never: who asks for it looks for emptiness.
     */
    public boolean test(Object data) {
        boolean array = PhpArray.is(data);
        return switch (operator) {
            case "equals" -> !array && LooseComparison.equal(data, value);
            case "not_equals" -> !array && !LooseComparison.equal(data, value);
            case "in" -> array && has(data);
            case "not_in" -> array && !has(data);
            case "in_or" -> array && wanted != null && hasAny(data);
            case "not_in_or" -> array && wanted != null && !hasAny(data);
            case "in_and" -> array && PhpArray.is(value) && hasAll(data);
            case "not_in_and" -> array && PhpArray.is(value) && !hasAll(data);
            default -> false;
        };
    }

    private boolean has(Object data) {
        return PhpArray.anyEntry(data, (key, each) -> LooseComparison.equal(each, value));
    }

    private boolean hasAny(Object data) {
        return PhpArray.anyEntry(data, (key, each) -> wanted.contains(each));
    }

    private boolean hasAll(Object data) {
        Wanted there = new Wanted(PhpArray.values(data));
        return !PhpArray.anyEntry(value, (key, each) -> !there.contains(each));
    }
}
