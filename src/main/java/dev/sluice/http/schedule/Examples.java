package dev.sluice.http.schedule;

/** What Swagger UI fills in, so that a person can press "Execute" at once. */
final class Examples {
    static final String SCHEDULE =
            """
            {"trigger": "log-after-save", "cron": "30 6 * * 1-5", "zone": "Europe/Paris", "enabled": true,
              "data": {"Log": {"model": "Schedule", "title": "Every working day at half past six"}}}
            """;

    private Examples() {}
}
