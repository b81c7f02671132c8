package dev.sluice.modules.action;

import dev.sluice.module.Misp;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives a field of the attributes a node works on one value, on the platform and in the data. */
final class AttributeEdits {
    private AttributeEdits() {}

    /** MISP's false without attributes, and where the platform took none of the changes. */
    static Uni<Step> set(Misp misp, Visit visit, String field, Object value) {
        List<Map<String, Object>> changes = new ArrayList<>();
        String event = "";
        for (Map<String, Object> attribute : Items.attributes(visit)) {
            String uuid = Items.text(attribute, "uuid");
            if (!uuid.isEmpty()) {
                changes.add(Fields.of("uuid", uuid, "object_id", Items.text(attribute, "object_id"), field, value));
                event = Items.text(attribute, "event_id");
            }
        }
        if (changes.isEmpty()) {
            return Step.stop();
        }
        Map<String, Object> ofData = Items.event(visit.data());
        String uuid = Items.text(ofData, "uuid");
        String id = Items.text(ofData, "id");
        return misp.editAttributes(visit, !uuid.isEmpty() ? uuid : !id.isEmpty() ? id : event, changes)
                .onItem()
                .transformToUni(saved -> {
                    Set<String> uuids =
                            saved.stream().map(it -> Items.text(it, "uuid")).collect(Collectors.toSet());
                    Items.change(visit, uuids, attribute -> {
                        attribute.put(field, value);
                        attribute.remove("timestamp");
                    });
                    return uuids.isEmpty() ? Step.stop() : Step.goOn();
                });
    }
}
