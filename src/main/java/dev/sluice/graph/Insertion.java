package dev.sluice.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Puts the nodes of a blueprint into a graph, as MISP's editor does: as new nodes of the modules that are installed now,
 * with the settings, places and inner wires they were saved with, in a frame. Triggers stay out.
 */
public final class Insertion {
    private static final String INPUT = "input_1";
    private static final double GAP = 200;

    private final Graph into;
    private final Palette palette;
    private final Supplier<UUID> uuids;
    private final List<InsertedNode> inserted = new ArrayList<>();
    private final Map<String, InsertedNode> byOldId = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Insertion(Graph into, Palette palette, Supplier<UUID> uuids) {
        this.into = into;
        this.palette = palette;
        this.uuids = uuids;
    }

    /** A place on the canvas, in its own units. */
    public record Point(double x, double y) {}

    /** Something about an inserted node that is not as it was in the blueprint. */
    public record Remark(long nodeId, String message) {}

    /**
     * What came of it.
     *
     * @param graph the whole new graph, to be read by {@link Drawflow}
     * @param ids of the new nodes by what they were called in the blueprint, in its order
     * @param frame uuid of the frame around them; null where nothing was inserted
     * @param skipped what the triggers that were left out are called in the blueprint
     * @param unknown ids of new nodes whose module is not installed
     */
    public record Result(
            Map<String, Object> graph,
            Map<String, Long> ids,
            String frame,
            List<String> skipped,
            List<Long> unknown,
            List<Remark> remarks) {}

    /**
     * Inserts; the given graphs stay as they are.
     *
     * @param name what the frame is called
     * @param at where the left-most node goes; null for below everything that is there
     * @param uuids for the frame and the marks of nodes
     */
    public static Result of(Graph into, Graph blueprint, String name, Point at, Palette palette, Supplier<UUID> uuids) {
        Insertion insertion = new Insertion(into, palette, uuids);
        insertion.nodes(blueprint, at);
        insertion.wires();
        return insertion.result(name);
    }

    private void nodes(Graph blueprint, Point at) {
        List<Map<String, Object>> trees = Drawflow.trees(blueprint);
        Map<String, Object> leftMost = null;
        for (int i = 0; i < trees.size(); i++) {
            if (!blueprint.nodes().get(i).isTrigger()
                    && (leftMost == null
                            || place(trees.get(i)).x() < place(leftMost).x())) {
                leftMost = trees.get(i);
            }
        }
        Point anchor = leftMost == null ? new Point(0, 0) : place(leftMost);
        Point target = at == null ? below() : at;
        long id = highestId();
        for (int i = 0; i < trees.size(); i++) {
            Node node = blueprint.nodes().get(i);
            if (node.isTrigger()) {
                skipped.add(node.id());
                continue;
            }
            Point was = place(trees.get(i));
            InsertedNode placed = new InsertedNode(
                    ++id,
                    node,
                    palette.find(node.moduleType(), node.moduleId()).orElse(null),
                    new Point(target.x() + was.x() - anchor.x(), target.y() + was.y() - anchor.y()));
            inserted.add(placed);
            byOldId.put(node.id(), placed);
            placed.remarks().forEach(it -> remarks.add(new Remark(placed.id(), it)));
        }
    }

    private void wires() {
        for (InsertedNode from : inserted) {
            for (Wire wire : from.drawn().wires()) {
                InsertedNode to = byOldId.get(wire.to());
                if (to == null) {
                    continue;
                }
                String input = wire.toPort().isEmpty() ? INPUT : wire.toPort();
                if (from.exits().contains(wire.exit()) && to.inputs().contains(input)) {
                    from.leadTo(wire.exit(), to, input);
                } else {
                    remarks.add(new Remark(
                            from.id(),
                            "The wire from " + wire.exit() + " to node " + to.id()
                                    + " was left out: the modules as they are installed have no such ends."));
                }
            }
        }
    }

    private Result result(String name) {
        Map<String, Object> graph = new LinkedHashMap<>(Drawflow.entries(into));
        inserted.forEach(it -> graph.put(Long.toString(it.id()), it.tree(uuids.get())));
        String frame = null;
        if (!inserted.isEmpty()) {
            frame = uuids.get().toString();
            Map<String, Object> frames = new LinkedHashMap<>(Drawflow.frames(into));
            frames.put(frame, frame(frame, name));
            graph.put(Drawflow.FRAMES, frames);
        }
        Map<String, Long> ids = new LinkedHashMap<>();
        byOldId.forEach((old, node) -> ids.put(old, node.id()));
        List<Long> unknown = inserted.stream()
                .filter(it -> !it.isInstalled())
                .map(InsertedNode::id)
                .toList();
        return new Result(graph, ids, frame, List.copyOf(skipped), unknown, List.copyOf(remarks));
    }

    private Map<String, Object> frame(String uuid, String name) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("id", uuid);
        frame.put("text", name);
        frame.put("nodes", inserted.stream().map(InsertedNode::id).toList());
        frame.put("class", "");
        return frame;
    }

    private long highestId() {
        return Stream.concat(
                        Drawflow.entries(into).keySet().stream(),
                        into.nodes().stream().map(Node::id))
                .map(Node::shown)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .max(Comparator.naturalOrder())
                .filter(it -> it > 0)
                .orElse(0L);
    }

    private Point below() {
        List<Point> places = Drawflow.trees(into).stream().map(Insertion::place).toList();
        if (places.isEmpty()) {
            return new Point(0, 0);
        }
        return new Point(
                places.stream().mapToDouble(Point::x).min().orElse(0),
                places.stream().mapToDouble(Point::y).max().orElse(0) + GAP);
    }

    private static Point place(Map<String, Object> node) {
        return new Point(number(node.get("pos_x")), number(node.get("pos_y")));
    }

    private static double number(Object value) {
        try {
            double number = value == null ? 0 : Double.parseDouble(value.toString());
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
