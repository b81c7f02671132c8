package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.LooseComparison;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

@BuiltInModule
final class AddEventBlocklistEntry implements Action {
    /** Spelled as in MISP. */
    private static final String UNKNOWN = "unkwown";

    private static final Param<HashPath> UUID = Param.hashPath("uuid_hash_path", "Event UUID Hash path")
            .standard("Event.uuid")
            .placeholder("Event.uuid");
    private static final Param<HashPath> INFO = Param.hashPath("eventinfo_hash_path", "Event Info Hash path")
            .standard("Event.info")
            .placeholder("Event.info");
    private static final Param<String> COMMENT =
            Param.text("block_comment", "Comment").standard("Blocked from workflow");

    private final Misp misp;

    AddEventBlocklistEntry(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("add_eventblocklist_entry", "Add Event Blocklist entry")
                .leavesData()
                .version("0.1")
                .describedAs(
                        "Puts an event on the block list of the platform, so that it does not come back once it is deleted.")
                .icon("ban")
                .coreFormat()
                .asks(UUID, INFO, COMMENT)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        String uuid = LooseComparison.phpString(visit.get(UUID).get(visit.data(), null));
        if (uuid.isEmpty()) {
            return Step.goOn();
        }
        Object info = visit.get(INFO).get(visit.data(), null);
        if (info == null) {
            throw new IllegalStateException(
                    "There is nothing at `" + visit.get(INFO) + "` that could be noted as the info of the event.");
        }
        return organisation(visit)
                .onItem()
                .transformToUni(
                        name -> misp.blockEvent(visit, uuid, LooseComparison.phpString(info), name, visit.get(COMMENT)))
                .onItem()
                .transformToUni(done -> Step.goOn());
    }

    /** The name as the data has it, else as the platform does, else the word of MISP. */
    private Uni<String> organisation(Visit visit) {
        Map<String, Object> event = Items.event(visit.data());
        String name = Items.text(Items.map(event.get("Orgc")), "name");
        String id = Items.text(event, "orgc_id");
        if (!name.isEmpty() || id.isEmpty()) {
            return Uni.createFrom().item(name.isEmpty() ? UNKNOWN : name);
        }
        return misp.organisation(visit, id).onItem().transform(it -> it.orElse(UNKNOWN));
    }
}
