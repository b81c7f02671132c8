package dev.sluice.http.run;

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

    static final String TRIAL =
            """
            {"graph": {
                "1": {"id": 1, "name": "Event Publish", "class": "block-type-trigger", "typenode": false,
                  "data": {"id": "event-publish", "module_type": "trigger", "indexed_params": [], "saved_filters": []},
                  "inputs": [], "outputs": {"output_1": {"connections": [{"node": "2", "output": "input_1"}]}},
                  "pos_x": 0, "pos_y": 0},
                "2": {"id": 2, "name": "Stop execution", "class": "block-type-default", "typenode": false,
                  "data": {"id": "stop-execution", "module_type": "action",
                    "indexed_params": {"message": "{{ Event.info }} stays here"}, "saved_filters": []},
                  "inputs": {"input_1": {"connections": [{"node": "1", "input": "output_1"}]}}, "outputs": [],
                  "pos_x": 300, "pos_y": 0}},
             "data": {"Event": {"id": "42", "info": "Phishing wave"}}}
            """;

    static final String BATCH =
            """
            {"payloads": [
                {"Event": {"id": "42", "info": "Phishing wave", "Tag": [{"name": "tlp:red"}]}},
                {"Event": {"id": "43", "info": "Spam", "Tag": [{"name": "tlp:amber"}]}}],
             "parameters": {"2": {"tags": ["tlp:red", "tlp:amber"]}}, "dryRun": true}
            """;

    private Examples() {}
}
