package dev.sluice.template.python;

final class TupleMethods {
    static final Functions ALL = new Functions();

    private TupleMethods() {}
}
