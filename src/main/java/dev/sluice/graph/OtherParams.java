package dev.sluice.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same drawing with other parameters for some of its nodes, for runs that are to differ in these only. */
public final class OtherParams {
    private final Iterator<Node> nodes;
    private final Map<String, Map<String, Object>> params;

    private OtherParams(Graph graph, Map<String, Map<String, Object>> params) {
        nodes = graph.nodes().iterator();
        this.params = params;
    }

    /**
     * A graph in which these count in place of what nodes have stored; what is not named stays.
     *
     * @param params by id of the node and id of the parameter; an id that is no node's is passed over
     */
    public static Graph of(Graph graph, Map<String, Map<String, Object>> params) {
        OtherParams other = new OtherParams(graph, params);
        if (graph.stored() instanceof List<?> list) {
            List<Object> trees = new ArrayList<>(list);
            trees.replaceAll(other::changed);
            return Drawflow.read(trees);
        }
        Map<String, Object> entries = new LinkedHashMap<>(Drawflow.entries(graph));
        entries.replaceAll((key, entry) -> key.equals(Drawflow.FRAMES) ? entry : other.changed(entry));
        return Drawflow.read(entries);
    }

    /** Trees come in the order of the graph's nodes. */
    private Object changed(Object tree) {
        Node node = nodes.next();
        Map<String, Object> own = params.get(node.id());
        if (own == null) {
            return tree;
        }
        Map<String, Object> all = new LinkedHashMap<>(node.params());
        all.putAll(own);
        Map<String, Object> data = new LinkedHashMap<>(node.data());
        data.put("indexed_params", all);
        Map<String, Object> changed = new LinkedHashMap<>();
        ((Map<?, ?>) tree).forEach((key, value) -> changed.put(key.toString(), value));
        changed.put("data", data);
        return changed;
    }
}
