package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.MispReader.optional;
import static dev.sluice.outside.misp.MispReader.path;
import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.maps;
import static dev.sluice.outside.misp.Shapes.response;

import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Single things by their ids, for triggers that tell of a part and not of what is around it. */
@Singleton
class MispRows {
    private final MispConnection misp;

    @Inject
    MispRows(MispConnection misp) {
        this.misp = misp;
    }

    Uni<Optional<Map<String, Object>>> eventAlone(String id) {
        Fields query = Fields.of("returnFormat", "json", "eventid", id, "metadata", true);
        return optional(misp.search(0, "/events/restSearch", query))
                .onItem()
                .transform(answer -> answer.flatMap(
                        it -> maps(response(it), "Event").stream().findFirst()));
    }

    Uni<Optional<Map<String, Object>>> attribute(String id) {
        return view("/attributes/view/", id, "Attribute");
    }

    Uni<Optional<Map<String, Object>>> object(String id) {
        return view("/objects/view/", id, "Object");
    }

    private Uni<Optional<Map<String, Object>>> view(String path, String id, String envelope) {
        return optional(misp.read(0, path + path(id) + ".json"))
                .onItem()
                .transform(answer ->
                        answer.map(it -> map(it).get(envelope)).map(Shapes::map).filter(it -> !it.isEmpty()));
    }
}
