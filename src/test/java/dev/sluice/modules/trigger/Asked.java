package dev.sluice.modules.trigger;

import dev.sluice.payload.Json;
import java.util.Map;

/** What of the recorded data REST does not tell: the one column of events that only the database shows. */
public final class Asked {
    private static final String NOT_TOLD = "sighting_timestamp";

    private Asked() {}

    /** Recorded data without that column. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> told(Object recorded) {
        Map<String, Object> data = (Map<String, Object>) Json.parse(Json.write(recorded));
        if (data.get("Event") instanceof Map<?, ?> event) {
            event.remove(NOT_TOLD);
        }
        return data;
    }
}
