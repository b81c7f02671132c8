package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.MispReader.path;

import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes lists of MISP and decides proposals. */
@Singleton
class ListEdits {
    private final MispReader reader;
    private final Writing write;

    @Inject
    ListEdits(MispReader reader, Writing write) {
        this.reader = reader;
        this.write = write;
    }

    Uni<Void> acceptProposal(Visit by, String id) {
        return write.change(
                by, List.of(), "/shadow_attributes/accept/" + path(id), null, "misp.proposal.accept", "proposal", id);
    }

    Uni<Void> discardProposal(Visit by, String id) {
        return write.change(
                by, List.of(), "/shadow_attributes/discard/" + path(id), null, "misp.proposal.discard", "proposal", id);
    }

    Uni<Void> addToWarningList(Visit by, String id, List<String> values) {
        if (by.effects().areRecorded()) {
            return write.recorded(by, null, "misp.warninglist.add", "warninglist", id, "values", values);
        }
        return reader.warningList(Writing.depth(by), id).onItem().transformToUni(list -> {
            Set<Object> all = new LinkedHashSet<>();
            if (list.get("list") instanceof Collection<?> entries) {
                all.addAll(entries);
            }
            all.addAll(values);
            Fields whole = Fields.copyOf(list);
            whole.put("list", List.copyOf(all));
            return write.post(by, "/warninglists/import", whole).replaceWithVoid();
        });
    }

    Uni<Void> blockEvent(Visit by, String uuid, String info, String organisation, String comment) {
        Fields body =
                Fields.of("uuids", List.of(uuid), "event_info", info, "event_orgc", organisation, "comment", comment);
        return write.change(
                by,
                List.of(),
                "/eventBlocklists/add",
                body,
                "misp.blocklist.add",
                "event",
                uuid,
                "info",
                info,
                "organisation",
                organisation,
                "comment",
                comment);
    }
}
