package dev.sluice.template.python;

final class DictMethods {
    static final Functions ALL = new Functions();

    private DictMethods() {}
}
