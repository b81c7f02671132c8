package dev.sluice.template.python;

import java.util.List;

/**
 * The arguments of one call, {@code *} and {@code **} already spread.
 *
 * @param positional in order
 * @param names of keyword arguments, no name twice
 * @param named their values, as many as names
 */
public record Arguments(List<Object> positional, List<String> names, List<Object> named) {
    public static final Arguments NONE = new Arguments(List.of(), List.of(), List.of());

    public int size() {
        return positional.size() + names.size();
    }
}
