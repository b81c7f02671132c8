package dev.sluice.template;

/** {@code {% call macro() %}...{% endcall %}}; the call has its {@link CallerMacro} among its arguments. */
record CapturedCall(int at, Expression call) implements Statement {
    @Override
    public void run(Frame frame) {
        Object value = call.value(frame);
        frame.at(at);
        FilterSection.writeText(frame, value);
    }
}
