package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Misp;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

@BuiltInModule
final class EventDistributionOperation implements Action {
    private static final String SHARING_GROUP = "4";
    private static final Param<String> FREEZE = Param.select(
            "freeze",
            "Preserve timestamp and published state",
            "modify",
            Option.of(
                    "modify", "Modify timestamp and unpublish",
                    "freeze", "Freeze timestamp and keep published state"));
    private static final Param<String> DISTRIBUTION = Param.select(
            "distribution",
            "Distribution",
            "0",
            List.of(
                    new Option(0L, "Organisation"),
                    new Option(1L, "Community"),
                    new Option(2L, "Connected"),
                    new Option(3L, "All"),
                    new Option(4L, "Sharing Group")));
    private static final Param<String> GROUP = Param.single("sharing_group_id", "Sharing Groups")
            .standard(List.of())
            .shownWhen("distribution", SHARING_GROUP)
            .from(Choices.SHARING_GROUPS);

    private final Misp misp;

    EventDistributionOperation(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("Module_event_distribution_operation", "Event distribution operation")
                .version("0.1")
                .describedAs(
                        "Changes how far the event may travel, on the platform and in the data. An event without attributes stays as it is. Over REST the platform always gives the event a new time stamp and takes back its publication, also with freeze.")
                .icon("edit")
                .coreFormat()
                .asks(FREEZE, DISTRIBUTION, GROUP)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        Map<String, Object> event = Items.event(visit.payload().data());
        if (Items.flattened(visit.data()).isEmpty()) {
            return Step.goOn();
        }
        Fields changes = Fields.of("distribution", visit.get(DISTRIBUTION));
        if (visit.get(DISTRIBUTION).equals(SHARING_GROUP)) {
            if (visit.get(GROUP).isEmpty()) {
                return Step.stop("No sharing group selected");
            }
            changes.put("sharing_group_id", visit.get(GROUP));
        }
        String uuid = Items.text(event, "uuid");
        return misp.editEvent(visit, uuid.isEmpty() ? Items.text(event, "id") : uuid, changes)
                .onItem()
                .transformToUni(saved -> {
                    event.putAll(changes);
                    return Step.goOn();
                });
    }
}
