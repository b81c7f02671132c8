package dev.sluice.http;

/** What Swagger UI fills in, so that a person can press "Execute" at once. */
final class Examples {
    static final String EVENT_TLP_RED =
            """
            {"Event": {"id": "42", "uuid": "5f6b0c1e-0000-4000-8000-000000000042", "info": "Phishing wave",
              "org_id": "1", "orgc_id": "1", "date": "2026-11-24", "threat_level_id": "2", "analysis": "1",
              "distribution": "1", "published": false, "Tag": [{"name": "tlp:red"}],
              "Attribute": [{"id": "1", "type": "ip-dst", "category": "Network activity", "value": "198.51.100.7",
                "to_ids": true, "distribution": "5"}]}}
            """;

    static final String NEW_TRIGGER =
            """
            {"id": "ticket-before-close", "name": "Ticket Before Close", "scope": "ticket", "blocking": true,
              "coreFormat": false, "description": "Asked by the ticket system before a ticket is closed."}
            """;

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

    static final String EXECUTION =
            """
            {"data": {"Event": {"Tag": [{"name": "tlp:red"}]}}, "params": {"tags": ["tlp:red"]},
              "convert": true, "dryRun": true}
            """;

    static final String HASH_PATH =
            """
            {"data": {"Event": {"Tag": [{"name": "tlp:red"}, {"name": "type:OSINT"}]}}, "path": "Event.Tag.{n}.name"}
            """;

    static final String CONDITION =
            """
            {"items": [{"type": "ip-src"}, {"type": "url"}], "path": "type", "operator": "in_or",
              "value": ["ip-src", "ip-dst"]}
            """;

    static final String NORMALIZE =
            """
            {"trigger": "event-publish", "data": {"Event": {"id": "42", "Tag": [{"name": "tlp:red"}],
              "Attribute": [{"type": "ip-dst", "value": "198.51.100.7"}]}}}
            """;

    private Examples() {}
}
