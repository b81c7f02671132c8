package dev.sluice.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.payload.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DrawflowTest {
    @Test
    void a_node_says_what_the_drawing_says() {
        Node node = node(
                """
                {"id": 3, "name": "IF :: Tag", "pos_x": 412.5,
                 "data": {"id": "tag-if", "module_type": "logic", "multiple_output_connection": false,
                          "indexed_params": {"scope": "event"}, "saved_filters": {"selector": "Event"}},
                 "inputs": {"input_1": {"connections": [{"node": "1", "input": "output_1"}]}},
                 "outputs": {"output_2": {"connections": []},
                             "output_1": {"connections": [{"node": "4", "output": "input_1"}, {"node": 5}]}}}""");

        assertThat(node.id()).isEqualTo("3");
        assertThat(node.shownId()).isEqualTo(3L);
        assertThat(node.name()).isEqualTo("IF :: Tag");
        assertThat(node.moduleId()).isEqualTo("tag-if");
        assertThat(node.moduleType()).isEqualTo("logic");
        assertThat(node.params()).containsExactly(Map.entry("scope", "event"));
        assertThat(node.savedFilters()).isEqualTo(Map.of("selector", "Event"));
        assertThat(node.multipleOutputs()).isFalse();
        assertThat(node.inputs()).extracting(Input::name).containsExactly("input_1");
        assertThat(node.inputs().get(0).sources()).containsExactly(new Input.Source("1", "output_1"));
        assertThat(node.exits()).extracting(Exit::name).containsExactly("output_2", "output_1");
        assertThat(node.wires()).extracting(Wire::edge).containsExactly("3:output_1:0:4", "3:output_1:1:5");
        assertThat(node.wires()).extracting(Wire::toPort).containsExactly("input_1", "");
    }

    @Test
    void a_trigger_node_without_a_name_is_called_as_its_module() {
        assertThat(node("{'id': 1, 'data': {'id': 'event-publish', 'name': 'Event Publish'}}")
                        .name())
                .isEqualTo("Event Publish");
        assertThat(node("{'id': 1, 'data': {'id': 'event-publish'}}").name()).isEqualTo("event-publish");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "'\"3\"', 3", "3.0, 3", "'\"start\"', start", "null, 7"})
    void an_id_is_a_number_or_text_or_else_the_key(String stored, String id) {
        assertThat(read("{'7': {'id': " + stored + ", 'data': {}}}").node(id)).isPresent();
    }

    @Test
    void an_id_that_is_text_stays_text_as_stored_but_is_shown_as_a_number() {
        Node node = node("{'id': '3', 'data': {}}");

        assertThat(node.storedId()).isEqualTo("3");
        assertThat(node.shownId()).isEqualTo(3L);
        assertThat(node("{'id': 'start', 'data': {}}").shownId()).isEqualTo("start");
    }

    @Test
    void a_graph_may_come_as_a_list_and_leaves_as_one() {
        String list = "[{'id':4,'data':{}},{'id':2,'data':{}}]";

        assertThat(read(list).nodes()).extracting(Node::id).containsExactly("4", "2");
        assertThat(read("[]").nodes()).isEmpty();
        assertWrittenAsRead(list);
        assertWrittenAsRead("[]");
        assertWrittenAsRead("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",'inputs':[],'outputs':[]", ",'inputs':{},'outputs':null", ",'inputs':'','outputs':''"})
    void ports_may_be_absent_or_empty(String ports) {
        Node node = node("{'id':1,'data':{'indexed_params':[]}" + ports + "}");

        assertThat(node.exits()).isEmpty();
        assertThat(node.inputs()).isEmpty();
        assertThat(node.params()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "{'connections':[]}", "{'connections':{}}", "{'connections':null}"})
    void a_port_may_have_no_connections(String port) {
        assertThat(node("{'id':1,'data':{},'outputs':{'output_1':" + port + "}}")
                        .exits())
                .containsExactly(new Exit("output_1", List.of()));
    }

    @Test
    void connections_with_a_hole_in_their_numbering_keep_their_numbers() {
        assertThat(node("{'id':1,'data':{},'outputs':{'output_1':{'connections':{'0':{'node':2},'2':{'node':3}}}}}")
                        .wires())
                .extracting(Wire::edge)
                .containsExactly("1:output_1:0:2", "1:output_1:2:3");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "1, true",
        "'\"1\"', true",
        "[1], true",
        "false, false",
        "0, false",
        "'\"\"', false",
        "'\"0\"', false",
        "null, false",
        "[], false"
    })
    void several_wires_are_allowed_where_php_finds_the_flag_true(String flag, boolean allowed) {
        assertThat(node("{'id':1,'data':{'multiple_output_connection':" + flag + "}}")
                        .multipleOutputs())
                .isEqualTo(allowed);
    }

    @Test
    void what_we_do_not_know_is_kept_in_its_order() {
        assertWrittenAsRead(
                """
                {"9":{"zzz":[{"a":null}],"id":"9","html":"<b>","pos_x":-1.5,"data":{"_x":{},"id":"m","indexed_params":[]},
                "inputs":[],"outputs":{"output_2":{"k":1,"connections":[{"node":"3","output":"input_1","labels":[]}]}}},
                "_frames":{"u":{"nodes":[9,"3"],"text":"my+group"}},"3":{"id":3,"data":[]}}""");
    }

    @Test
    void frames_are_no_nodes() {
        Graph graph = read("{'_frames':{'f':{'nodes':['1']}},'1':{'id':1,'data':{}}}");

        assertThat(graph.nodes()).hasSize(1);
        assertThat(graph.frames()).isEqualTo(Json.parse("{\"f\":{\"nodes\":[\"1\"]}}"));
        assertThat(read("[]").frames()).isNull();
    }

    @Test
    void a_graph_does_not_change_with_the_tree_it_was_read_from() {
        Drawing drawing = Drawing.withTrigger();
        Graph graph = drawing.graph();
        drawing.action("2").wire("1", "2");

        assertThat(graph.nodes()).hasSize(1);
        assertThat(graph.nodes().get(0).wires()).isEmpty();
        assertThat((Map<?, ?>) Drawflow.write(graph)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'abc'                                                                    | The graph must be",
                "null                                                                     | The graph must be",
                "5                                                                        | The graph must be",
                "{'3':'x'}                                                                | Node 3 must be",
                "{'3':null}                                                               | Node 3 must be",
                "[7]                                                                      | Node 0 must be",
                "{'3':{'id':3}}                                                           | Node 3 has no `data`",
                "{'3':{'id':3,'data':null}}                                               | Node 3 has no `data`",
                "{'3':{'id':3,'data':'x'}}                                                | Node 3, data must be",
                "{'3':{'id':true,'data':{}}}                                              | Node 3 has an id that is neither",
                "{'3':{'id':{},'data':{}}}                                                | Node 3 has an id that is neither",
                "{'3':{'name':[],'data':{}}}                                              | Node 3, name must be text",
                "{'3':{'data':{'id':[]}}}                                                 | Node 3, data.id must be text",
                "{'3':{'data':{'module_type':{}}}}                                        | Node 3, data.module_type must be text",
                "{'3':{'data':{'indexed_params':'x'}}}                                    | Node 3, data.indexed_params must be",
                "{'3':{'data':{},'outputs':5}}                                            | Node 3, outputs must be",
                "{'3':{'data':{},'inputs':true}}                                          | Node 3, inputs must be",
                "{'3':{'data':{},'outputs':{'output_1':5}}}                               | Node 3, output_1 must be",
                "{'3':{'data':{},'outputs':{'output_1':{'connections':5}}}}               | Node 3, output_1, connections must be",
                "{'3':{'data':{},'outputs':{'output_1':{'connections':['x']}}}}           | Node 3, output_1, connection 0 must be",
                "{'3':{'data':{},'outputs':{'output_1':{'connections':[{}]}}}}            | Node 3, output_1, connection 0 names no node",
                "{'3':{'data':{},'outputs':{'output_1':{'connections':[{'node':[]}]}}}}   | Node 3, output_1, connection 0 has an id",
                "{'3':{'data':{},'outputs':{'output_1':{'connections':[{'node':4,'output':[]}]}}}} | Node 3, output_1, connection 0, output must be text",
                "{'3':{'data':{},'inputs':{'input_1':{'connections':[{}]}}}}              | Node 3, input_1, connection 0 names no node",
            },
            quoteCharacter = '"')
    void what_is_no_graph_is_refused_by_a_sentence_that_names_the_node(String tree, String message) {
        assertThatThrownBy(() -> read(tree))
                .isInstanceOf(GraphException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith(".");
    }

    @Test
    void a_tree_that_never_ends_is_refused() {
        Object tree = Map.of();
        for (int i = 0; i < 100_000; i++) {
            tree = Map.of("1", tree);
        }
        Object deep = tree;

        assertThatThrownBy(() -> Drawflow.read(deep))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("200 levels");
    }

    @Test
    void labels_are_written_on_the_inputs_that_filters_reach() {
        Graph graph = read(
                """
                [{"id":1,"data":{"id":"event-publish","module_type":"trigger"},
                  "outputs":{"output_1":{"connections":[{"node":"2"}]}}},
                 {"id":2,"data":{"id":"generic-filter-data","module_type":"logic"},
                  "outputs":{"output_1":{"connections":[{"node":"3"}]}}},
                 {"id":3,"data":{"id":"push-zmq","module_type":"action"},
                  "inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"},{"node":"9"}]}}}]""");

        assertThat(Json.write(Drawflow.write(graph, FilterLabels.of(graph))))
                .contains(
                        "[{'node':'2','input':'output_1','labels':[{'id':'a','name':'A','variant':'info'}]},{'node':'9'}]"
                                .replace('\'', '"'));
        assertThat(Json.write(Drawflow.write(graph))).doesNotContain("labels");
    }

    private static void assertWrittenAsRead(String text) {
        String json = text.replace('\'', '"').replace("\n", "");
        assertThat(Stream.of(json)
                        .map(Json::parse)
                        .map(Drawflow::read)
                        .map(Drawflow::write)
                        .map(Json::write))
                .containsExactly(json);
    }

    private static Node node(String json) {
        return read("[" + json + "]").nodes().get(0);
    }

    private static Graph read(String json) {
        return Drawflow.read(Json.parse(json.replace('\'', '"')));
    }
}
