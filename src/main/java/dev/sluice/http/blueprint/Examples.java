package dev.sluice.http.blueprint;

/** What Swagger UI fills in, so that a person can press "Execute" at once. */
final class Examples {
    private static final String NODES =
            """
            [{"id": 2, "name": "IF :: Tag", "class": "block-type-if block-type-logic", "typenode": false,
                "data": {"id": "tag-if", "module_type": "logic", "module_version": "0.4",
                  "indexed_params": {"scope": "event", "condition": "in_or", "tags": ["tlp:red"], "clusters": []},
                  "saved_filters": []},
                "inputs": {"input_1": {"connections": []}},
                "outputs": {"output_1": {"connections": [{"node": "3", "output": "input_1"}]},
                  "output_2": {"connections": []}}, "pos_x": 300, "pos_y": 0},
              {"id": 3, "name": "Stop execution", "class": "block-type-default", "typenode": false,
                "data": {"id": "stop-execution", "module_type": "action", "module_version": "0.2",
                  "indexed_params": {"message": "The event is tagged tlp:red"}, "saved_filters": []},
                "inputs": {"input_1": {"connections": [{"node": "2", "input": "output_1"}]}}, "outputs": [],
                "pos_x": 600, "pos_y": 0}]
            """;

    static final String BLUEPRINT =
            "{\"name\": \"Hold back tlp:red\", \"description\": \"[event-publish]\", \"data\": " + NODES + "}";

    static final String MISP_BLUEPRINT =
            "{\"WorkflowBlueprint\": {\"name\": \"Hold back tlp:red\", \"timestamp\": \"1700000000\", \"data\": "
                    + NODES + "}}";

    static final String INSERTION =
            """
            {"graph": {"1": {"id": 1, "name": "Event Publish", "class": "block-type-trigger", "typenode": false,
                "data": {"id": "event-publish", "module_type": "trigger", "indexed_params": [], "saved_filters": []},
                "inputs": [], "outputs": {"output_1": {"connections": []}}, "pos_x": 0, "pos_y": 0}},
             "x": 300, "y": 0}
            """;

    private Examples() {}
}
