package dev.sluice.http.service;

/** What Swagger UI fills in, so that a person can press "Execute" at once. */
final class Examples {
    static final String MODULES =
            """
            [{"name": "sluice_event_publish", "type": "action_mod", "mispattributes": {},
              "meta": {"version": "0.1", "author": "Sluice",
                "description": "Runs the workflow that Sluice has for `event-publish`, waits for what it decides, and stops with its reasons where it says no.",
                "module-type": ["action"], "icon": "project-diagram", "icon_class": "fas",
                "config": {"blocking": true, "expect_misp_core_format": false, "support_filters": false, "params": {}}}}]
            """;

    static final String QUERY =
            """
            {"module": "sluice_event_publish", "params": {},
             "data": {"Event": {"info": "Phishing", "uuid": "3b2a1908-7f6e-4d5c-8b4a-000000000001",
               "Tag": [{"name": "tlp:red"}], "Attribute": []}}}
            """;

    private Examples() {}
}
