package dev.sluice.http.trigger;

/** What Swagger UI fills in, so that a person can press "Execute" at once. */
final class Examples {
    static final String NEW_TRIGGER =
            """
            {"id": "ticket-before-close", "name": "Ticket Before Close", "scope": "ticket", "blocking": true,
              "coreFormat": false, "description": "Asked by the ticket system before a ticket is closed."}
            """;

    private Examples() {}
}
