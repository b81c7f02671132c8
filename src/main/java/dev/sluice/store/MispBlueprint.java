package dev.sluice.store;

import dev.sluice.payload.Fields;
import java.util.List;
import java.util.Map;

/** A blueprint in MISP's own JSON: {@code {"WorkflowBlueprint": {…}}}, numbers as texts. */
public final class MispBlueprint {
    private static final String ROOT = "WorkflowBlueprint";

    private MispBlueprint() {}

    /**
     * What MISP exports, or what stands inside of {@code WorkflowBlueprint}.
     *
     * @throws InvalidException where it is none
     */
    public static NewBlueprint read(Object tree) {
        Map<?, ?> blueprint = tree instanceof Map<?, ?> map && map.get(ROOT) instanceof Map<?, ?> inner
                ? inner
                : tree instanceof Map<?, ?> map ? map : Map.of();
        if (!blueprint.containsKey("name") && !blueprint.containsKey("data")) {
            throw new InvalidException(
                    "This is no blueprint of MISP: {\"WorkflowBlueprint\": {\"name\": …, \"data\": […]}} was expected.");
        }
        return new NewBlueprint(
                text(blueprint, "uuid"),
                text(blueprint, "name"),
                text(blueprint, "description"),
                seconds(blueprint.get("timestamp")),
                blueprint.get("data"));
    }

    /** As MISP exports it. */
    public static Map<String, Object> write(BlueprintRow row, String mermaid) {
        return Fields.of(
                ROOT,
                Fields.of(
                        "id", String.valueOf(row.id()),
                        "uuid", row.uuid(),
                        "name", row.name(),
                        "description", row.description(),
                        "timestamp", String.valueOf(row.savedAt()),
                        "default", row.fromLibrary(),
                        "data", row.tree(),
                        "mermaid", mermaid));
    }

    private static String text(Map<?, ?> blueprint, String name) {
        Object value = blueprint.get(name);
        if (value instanceof Map || value instanceof List) {
            throw new InvalidException("`" + name + "` of a blueprint must be text.");
        }
        return value == null ? null : value.toString();
    }

    private static Long seconds(Object value) {
        if (value == null || value.toString().isEmpty()) {
            return null;
        }
        if (!value.toString().matches("\\d{1,12}")) {
            throw new InvalidException("`timestamp` of a blueprint is a number of seconds since 1970, as 1700000000.");
        }
        return Long.valueOf(value.toString());
    }
}
