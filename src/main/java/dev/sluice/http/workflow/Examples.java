package dev.sluice.http.workflow;

/** What Swagger UI fills in, so that a person can press "Execute" at once. */
final class Examples {
    static final String GRAPH =
            """
            {"1": {"id": 1, "name": "Event Publish", "class": "block-type-trigger", "typenode": false,
                "data": {"id": "event-publish", "module_type": "trigger", "indexed_params": [], "saved_filters": []},
                "inputs": [], "outputs": {"output_1": {"connections": [{"node": "2", "output": "input_1"}]}},
                "pos_x": 0, "pos_y": 0},
              "2": {"id": 2, "name": "IF :: Tag", "class": "block-type-if", "typenode": false,
                "data": {"id": "tag-if", "module_type": "logic",
                  "indexed_params": {"scope": "event", "condition": "in_or", "tags": ["tlp:red"], "clusters": []},
                  "saved_filters": []},
                "inputs": {"input_1": {"connections": [{"node": "1", "input": "output_1"}]}},
                "outputs": {"output_1": {"connections": [{"node": "3", "output": "input_1"}]},
                  "output_2": {"connections": []}}, "pos_x": 300, "pos_y": 0},
              "3": {"id": 3, "name": "Stop execution", "class": "block-type-default", "typenode": false,
                "data": {"id": "stop-execution", "module_type": "action",
                  "indexed_params": {"message": "The event is tagged tlp:red"}, "saved_filters": []},
                "inputs": {"input_1": {"connections": [{"node": "2", "input": "output_1"}]}}, "outputs": [],
                "pos_x": 600, "pos_y": 0}}
            """;

    static final String NEW_WORKFLOW =
            "{\"name\": \"Hold back tlp:red\", \"trigger\": \"event-publish\", \"graph\": " + GRAPH + "}";

    static final String MISP_WORKFLOW =
            "{\"Workflow\": {\"name\": \"Hold back tlp:red\", \"trigger_id\": \"event-publish\", \"data\": " + GRAPH
                    + "}}";

    private Examples() {}
}
