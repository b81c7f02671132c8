package dev.sluice.http.module;

/** What Swagger UI fills in, so that a person can press "Execute" at once. */
final class Examples {
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

    static final String TEMPLATE =
            """
            {"template": "{{ Event.info }}: {{ Event.Tag | map(attribute='name') | join(', ') }}",
              "data": {"Event": {"info": "Phishing wave", "Tag": [{"name": "tlp:red"}, {"name": "type:OSINT"}]}}}
            """;

    private Examples() {}
}
