package dev.sluice.template.python;

/** Something with a name and declared parameters that can be called on a value: a method, filter or test. */
public final class Function {
    /** What it does. */
    @FunctionalInterface
    public interface Body {
        /** @param given the arguments in the order of the signature, defaults filled in */
        Object apply(Rendering rendering, Object self, Object[] given);
    }

    private final Signature signature;
    private final Body body;

    /** @param signature as {@link Signature#of} reads it */
    public Function(String signature, Body body) {
        this.signature = Signature.of(signature);
        this.body = body;
    }

    public String name() {
        return signature.name();
    }

    public Object call(Rendering rendering, Object self, Arguments arguments) {
        return body.apply(rendering, self, signature.bind(arguments));
    }
}
