package dev.sluice.template.python;

final class ListMethods {
    static final Functions ALL = new Functions();

    private ListMethods() {}
}
