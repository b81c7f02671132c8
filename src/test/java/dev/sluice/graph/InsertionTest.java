package dev.sluice.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InsertionTest {
    private final AtomicLong counter = new AtomicLong();

    private static Optional<Palette.Block> installed(String type, String id) {
        return switch (type + ":" + id) {
            case "logic:tag-if" -> Optional.of(block("IF :: Tag", "0.4", 2, Map.of("scope", "event")));
            case "action:push-zmq" -> Optional.of(block("Push to ZMQ", "0.2", 1, Map.of("path", "")));
            case "action:stop-execution" -> Optional.of(block("Stop execution", "0.2", 0, Map.of()));
            default -> Optional.empty();
        };
    }

    private static Palette.Block block(String name, String version, int exits, Map<String, Object> defaults) {
        return new Palette.Block(
                name,
                version,
                "block-type-default",
                "",
                List.of("input_1"),
                List.of("output_1", "output_2").subList(0, exits),
                false,
                defaults);
    }

    private static Map<String, Object> node(
            Object id, String type, String module, double x, double y, Object... exits) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (int i = 0; i < exits.length; i++) {
            List<Object> wires =
                    exits[i].equals("") ? List.of() : List.of(Map.of("node", exits[i], "output", "input_1"));
            outputs.put("output_" + (i + 1), Map.of("connections", wires));
        }
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", id);
        node.put("name", "old name of " + module);
        node.put(
                "data",
                new LinkedHashMap<>(Map.of(
                        "id",
                        module,
                        "module_type",
                        type,
                        "module_version",
                        "0.1",
                        "node_uid",
                        "old",
                        "module_data",
                        Map.of("not", "kept"),
                        "_open",
                        true,
                        "oddity",
                        "kept",
                        "indexed_params",
                        new LinkedHashMap<>())));
        node.put(
                "inputs",
                Map.of("input_1", Map.of("connections", List.of(Map.of("node", "999", "input", "output_1")))));
        node.put("outputs", outputs);
        node.put("pos_x", x);
        node.put("pos_y", y);
        return node;
    }

    private Insertion.Result insert(Object into, Object... nodes) {
        return insert(into, null, nodes);
    }

    private Insertion.Result insert(Object into, Insertion.Point at, Object... nodes) {
        return Insertion.of(
                Drawflow.read(into),
                Drawflow.read(Arrays.asList(nodes)),
                "My nodes",
                at,
                InsertionTest::installed,
                () -> new UUID(0, counter.incrementAndGet()));
    }

    private static Object at(Object tree, Object... path) {
        Object found = tree;
        for (Object key : path) {
            found = found instanceof List<?> list ? list.get((Integer) key) : ((Map<?, ?>) found).get(key);
        }
        return found;
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_policy_comes_along_and_its_error_exit_leads_to_the_new_node() {
        Map<String, Object> first = node(1, "action", "push-zmq", 0, 0, "");
        ((Map<String, Object>) first.get("data"))
                .put(
                        "sluice",
                        Map.of(
                                "retries",
                                2,
                                "onError",
                                "exit",
                                "errorExit",
                                Map.of("connections", List.of(Map.of("node", "2", "output", "input_1")))));

        Insertion.Result result = insert(Map.of(), first, node(2, "action", "stop-execution", 0, 0));

        Graph graph = Drawflow.read(result.graph());
        Node inserted = graph.node(result.ids().get("1").toString()).orElseThrow();
        assertThat(inserted.policy().retries()).isEqualTo(2);
        assertThat(inserted.wires())
                .extracting(Wire::to)
                .containsExactly(result.ids().get("2").toString());
        assertThat(inserted.exits()).extracting(Exit::name).containsExactly("output_1", "error");
        assertThat(((Map<?, ?>) ((Map<?, ?>) result.graph().get("1")).get("outputs")).keySet())
                .isEqualTo(java.util.Set.of("output_1"));
    }

    @Test
    void nodes_get_ids_that_are_free_and_wires_follow() {
        Insertion.Result result = insert(
                Drawing.withTrigger().action("7").tree(),
                node(1, "logic", "tag-if", 0, 0, "7", ""),
                node(7, "action", "stop-execution", 100, 0));

        assertThat(result.ids()).containsExactly(Map.entry("1", 8L), Map.entry("7", 9L));
        assertThat(result.graph()).containsOnlyKeys("1", "7", "8", "9", "_frames");
        assertThat(at(result.graph(), "8", "id")).isEqualTo(8L);
        assertThat(at(result.graph(), "8", "outputs", "output_1", "connections"))
                .isEqualTo(List.of(Map.of("node", "9", "output", "input_1")));
        assertThat(at(result.graph(), "9", "inputs", "input_1", "connections"))
                .isEqualTo(List.of(Map.of("node", "8", "input", "output_1")));
        assertThat(at(result.graph(), "9", "outputs")).isEqualTo(List.of());
    }

    @Test
    void what_was_there_stays_as_it_was() {
        Map<String, Object> before =
                Drawing.withTrigger().action("7").wire("1", "7").tree();

        Insertion.Result result = insert(before, node(1, "action", "push-zmq", 0, 0, ""));

        assertThat(result.graph().get("1")).isEqualTo(before.get("1"));
        assertThat(result.graph().get("7")).isEqualTo(before.get("7"));
    }

    @Test
    void triggers_stay_out_and_so_do_wires_to_what_is_not_in_the_blueprint() {
        Insertion.Result result = insert(
                Map.of(),
                node(1, "trigger", "event-publish", -500, 0, "2"),
                node(2, "logic", "tag-if", 0, 0, "1", "44"));

        assertThat(result.skipped()).containsExactly("1");
        assertThat(result.ids()).containsExactly(Map.entry("2", 1L));
        assertThat(at(result.graph(), "1", "outputs", "output_1", "connections"))
                .isEqualTo(List.of());
        assertThat(at(result.graph(), "1", "outputs", "output_2", "connections"))
                .isEqualTo(List.of());
        assertThat(at(result.graph(), "1", "inputs", "input_1", "connections")).isEqualTo(List.of());
        assertThat(result.remarks()).extracting(Insertion.Remark::message).noneMatch(it -> it.contains("wire"));
    }

    @Test
    void a_node_is_of_the_module_that_is_installed_now() {
        Map<String, Object> old = node(5, "logic", "tag-if", 0, 0, "");
        ((Map<String, Object>) cast(at(old, "data"))).put("saved_filters", List.of());

        Insertion.Result result = insert(Map.of(), old);

        assertThat(at(result.graph(), "1", "name")).isEqualTo("IF :: Tag");
        assertThat(at(result.graph(), "1", "class")).isEqualTo("block-type-default");
        Map<?, ?> data = (Map<?, ?>) at(result.graph(), "1", "data");
        assertThat(data.get("module_version")).isEqualTo("0.4");
        assertThat(data.get("previous_module_version")).isEqualTo("0.1");
        assertThat(data.get("oddity")).isEqualTo("kept");
        assertThat(data.get("node_uid")).isNotEqualTo("old");
        assertThat(data.containsKey("module_data") || data.containsKey("_open")).isFalse();
        assertThat(data.get("saved_filters"))
                .isEqualTo(Map.of("selector", "", "value", "", "operator", "", "path", ""));
        assertThat((Map<?, ?>) at(result.graph(), "1", "outputs")).hasSize(2);
        assertThat(result.remarks())
                .extracting(Insertion.Remark::message)
                .containsExactly("Saved with version 0.1 of `tag-if`; installed is 0.4.");
    }

    @Test
    void settings_are_the_defaults_with_what_was_stored_over_them() {
        Map<String, Object> old = node(5, "logic", "tag-if", 0, 0, "");
        Map<String, Object> params = cast(at(old, "data", "indexed_params"));
        params.put("tags", List.of("tlp:red"));
        Insertion.Result standard = insert(Map.of(), old);
        params.put("scope", "");
        Insertion.Result stored = insert(Map.of(), old);
        params.put("scope", null);
        Insertion.Result nothing = insert(Map.of(), old);

        assertThat(at(standard.graph(), "1", "data", "indexed_params"))
                .isEqualTo(Map.of("scope", "event", "tags", List.of("tlp:red")));
        assertThat(at(stored.graph(), "1", "data", "indexed_params", "scope")).isEqualTo("");
        assertThat(at(nothing.graph(), "1", "data", "indexed_params", "scope")).isEqualTo("event");
        assertThat(standard.remarks())
                .extracting(Insertion.Remark::message)
                .contains("`tag-if` has no parameter `tags` any more.");
    }

    @Test
    void a_module_that_is_not_installed_leaves_a_block_that_shows_it_and_keeps_its_settings_and_wires() {
        Map<String, Object> old = node(5, "action", "gone", 0, 0, "6");
        ((Map<String, Object>) cast(at(old, "data", "indexed_params"))).put("secret", List.of(1L));

        Insertion.Result result = insert(Map.of(), old, node(6, "action", "push-zmq", 1, 0, ""));

        assertThat(result.unknown()).containsExactly(1L);
        assertThat(at(result.graph(), "1", "class")).isEqualTo("block-type-error");
        assertThat(at(result.graph(), "1", "name")).isEqualTo("old name of gone");
        assertThat(at(result.graph(), "1", "data", "indexed_params")).isEqualTo(Map.of("secret", List.of(1L)));
        assertThat(at(result.graph(), "1", "outputs", "output_1", "connections", 0, "node"))
                .isEqualTo("2");
        assertThat(result.remarks().get(0).message()).contains("action module `gone` is not installed");
    }

    @Test
    void a_wire_from_an_exit_that_a_module_has_no_more_is_left_out_and_told() {
        Insertion.Result result = insert(
                Map.of(), node(5, "action", "stop-execution", 0, 0, "6"), node(6, "action", "push-zmq", 1, 0, ""));

        assertThat(at(result.graph(), "1", "outputs")).isEqualTo(List.of());
        assertThat(at(result.graph(), "2", "inputs", "input_1", "connections")).isEqualTo(List.of());
        assertThat(result.remarks())
                .extracting(Insertion.Remark::message)
                .anyMatch(it -> it.startsWith("The wire from output_1 to node 2 was left out"));
    }

    @Test
    void the_left_most_node_goes_where_it_is_dropped_and_the_others_keep_their_distance() {
        Insertion.Result result = insert(
                Map.of(),
                new Insertion.Point(1000, 50),
                node(1, "trigger", "event-publish", -900, 0, ""),
                node(2, "action", "push-zmq", 300.5, 80, ""),
                node(3, "action", "push-zmq", -100, 100, ""));

        assertThat(at(result.graph(), "2", "pos_x")).isEqualTo(1000.0);
        assertThat(at(result.graph(), "2", "pos_y")).isEqualTo(50.0);
        assertThat(at(result.graph(), "1", "pos_x")).isEqualTo(1400.5);
        assertThat(at(result.graph(), "1", "pos_y")).isEqualTo(30.0);
    }

    @Test
    void without_a_place_nodes_go_below_what_is_there() {
        Insertion.Result result = insert(
                List.of(node(0, "action", "push-zmq", -20, 10, ""), node(1, "action", "push-zmq", 30, 400, "")),
                node(2, "action", "push-zmq", 7, 7, ""));

        assertThat(at(result.graph(), "2", "pos_x")).isEqualTo(-20.0);
        assertThat(at(result.graph(), "2", "pos_y")).isEqualTo(600.0);
    }

    @Test
    void a_frame_named_like_the_blueprint_is_put_around_the_new_nodes_beside_the_frames_there_are() {
        Map<String, Object> there = new LinkedHashMap<>(Drawing.withTrigger().tree());
        there.put("_frames", Map.of("f", Map.of("id", "f", "text", "old", "nodes", List.of(1L))));

        Insertion.Result result = insert(there, node(1, "action", "push-zmq", 0, 0, ""));

        assertThat(at(result.graph(), "_frames", "f", "text")).isEqualTo("old");
        assertThat(at(result.graph(), "_frames", result.frame()))
                .isEqualTo(Map.of("id", result.frame(), "text", "My nodes", "nodes", List.of(2L), "class", ""));
    }

    @Test
    void an_empty_list_of_frames_is_what_php_makes_of_no_frames() {
        Map<String, Object> there = new LinkedHashMap<>(Drawing.withTrigger().tree());
        there.put("_frames", List.of());

        assertThat((Map<?, ?>) at(
                        insert(there, node(1, "action", "push-zmq", 0, 0, "")).graph(), "_frames"))
                .hasSize(1);
    }

    @Test
    void nothing_to_insert_leaves_the_graph_alone() {
        Map<String, Object> there = Drawing.withTrigger().tree();

        Insertion.Result result = insert(there, node(9, "trigger", "event-publish", 0, 0, ""));

        assertThat(result.graph()).isEqualTo(there);
        assertThat(result.frame()).isNull();
    }

    @Test
    void a_graph_that_came_as_a_list_becomes_one_by_ids() {
        Insertion.Result result =
                insert(List.of(node(4, "action", "push-zmq", 0, 0, "")), node(1, "action", "push-zmq", 0, 0, ""));

        assertThat(result.graph()).containsOnlyKeys("4", "5", "_frames");
        assertThat(Drawflow.read(result.graph()).nodes()).extracting(Node::id).containsExactly("4", "5");
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
