package dev.sluice.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be known of modules to draw nodes of them; answered by whoever knows them. */
@FunctionalInterface
public interface Palette {
    /** The module of that type ({@code trigger}, {@code logic}, {@code action}) and id, as it is installed. */
    Optional<Block> find(String moduleType, String moduleId);

    /**
     * A module as it is put on the canvas.
     *
     * @param version of the installed module
     * @param cssClass what the editor draws it by, as {@code block-type-if block-type-logic}
     * @param icon with its style, as {@code fas:fa-tags}; empty where it has none
     * @param inputs names, as {@code input_1}
     * @param exits names, as {@code output_1}
     * @param forks whether several wires may leave one exit
     * @param defaults of its parameters by id, null where one has none
     */
    record Block(
            String name,
            String version,
            String cssClass,
            String icon,
            List<String> inputs,
            List<String> exits,
            boolean forks,
            Map<String, Object> defaults) {}
}
