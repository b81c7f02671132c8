package dev.sluice.graph;

import java.util.ArrayList;
import java.util.List;

/** A graph as a Mermaid flow chart, in MISP's manner: one line for each wire, nodes without wires not shown. */
public final class Mermaid {
    private Mermaid() {}

    /** The text; of wires that lead out of the graph nothing is shown. */
    public static String of(Graph graph, Palette palette) {
        List<String> lines = new ArrayList<>();
        for (Node from : graph.nodes()) {
            for (Wire wire : from.wires()) {
                graph.node(wire.to())
                        .ifPresent(to -> lines.add("    " + shown(from, palette) + " --> " + shown(to, palette)));
            }
        }
        StringBuilder text = new StringBuilder("flowchart LR\n");
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String shown(Node node, Palette palette) {
        String icon = palette.find(node.moduleType(), node.moduleId())
                .map(Palette.Block::icon)
                .orElse("");
        String text = "\"" + (icon.isEmpty() ? "" : icon + "  ") + escaped(node.name()) + "\"";
        String id = node.id().replaceAll("[^A-Za-z0-9_]", "_");
        return switch (node.moduleType()) {
            case "trigger" -> id + "{{" + text + "}}";
            case "logic" -> id + "[/" + text + "/]";
            default -> id + "[" + text + "]";
        };
    }

    /** A name stays inside its quotes, whatever stands in it. */
    private static String escaped(String name) {
        return name.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replaceAll("\\R", " ");
    }
}
