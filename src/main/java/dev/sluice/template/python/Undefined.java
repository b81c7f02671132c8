package dev.sluice.template.python;

/**
 * What a missing name, key or attribute gives: prints nothing, is false, iterates as empty, equals only undefined.
 * Anything else done with it fails with {@link #reason}.
 */
public final class Undefined {
    private final String reason;

    private Undefined(String reason) {
        this.reason = reason;
    }

    /** @param reason why there is nothing, as the error will say it, like {@code 'x' is undefined} */
    public static Undefined because(String reason) {
        return new Undefined(reason);
    }

    public String reason() {
        return reason;
    }

    /** For operations that undefined does not allow. */
    public ValueException refusal() {
        return new ValueException(reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Undefined;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
