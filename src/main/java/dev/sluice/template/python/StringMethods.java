package dev.sluice.template.python;

final class StringMethods {
    static final Functions ALL = new Functions();

    private StringMethods() {}
}
