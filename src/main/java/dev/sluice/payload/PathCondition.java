package dev.sluice.payload;

/** One {@code [attribute operator value]} of a path; without operator it asks for a key that is present and not null. */
final class PathCondition {
    private final String attribute;
    private final String operator;
    private final String value;
    private final boolean numericValue;

    /** What a value with a leading slash matches; null where the condition compares. */
    private final PcrePattern pattern;

    PathCondition(String attribute, String operator, String value) {
        this.attribute = attribute.intern();
        this.operator = operator;
        this.value = value;
        this.numericValue = value != null && NumericText.isNumeric(value);
        this.pattern = "=".equals(operator) && value.startsWith("/") ? PcrePattern.of(value) : null;
    }

    /** What is wrong with the regular expression, or null. */
    String problem() {
        return pattern == null ? null : pattern.problem();
    }

    boolean test(Object array) {
        Object property = PhpArray.child(array, attribute, PhpArray.ABSENT);
        if (operator == null) {
            return property != PhpArray.ABSENT && property != null;
        }
        if (property == PhpArray.ABSENT) {
            return false;
        }
        if (property instanceof Boolean bool) {
            property = numericValue ? (bool ? "1" : "0") : bool.toString();
        }
        if (pattern != null) {
            if (PhpArray.is(property)) {
                throw new PayloadException("The condition [" + attribute + "=" + value
                        + "] compares with a regular expression, but \"" + attribute + "\" is "
                        + PhpArray.kind(property) + "; it has to be text or a number.");
            }
            return pattern.find(LooseComparison.phpString(property));
        }
        return switch (operator) {
            case "=" -> LooseComparison.equal(property, value);
            case "!=" -> !LooseComparison.equal(property, value);
            case ">" -> LooseComparison.compare(property, value) > 0;
            case "<" -> LooseComparison.compare(property, value) < 0;
            case ">=" -> LooseComparison.compare(property, value) >= 0;
            case "<=" -> LooseComparison.compare(property, value) <= 0;
            default -> throw new IllegalStateException(operator);
        };
    }
}
