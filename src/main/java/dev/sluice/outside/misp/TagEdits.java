package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.MispReader.path;
import static dev.sluice.outside.misp.Shapes.text;

import dev.sluice.module.Echoes;
import dev.sluice.module.Misp.Scope;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Attaches tags and takes them off. */
@Singleton
class TagEdits {
    private final MispReader reader;
    private final Writing write;

    @Inject
    TagEdits(MispReader reader, Writing write) {
        this.reader = reader;
        this.write = write;
    }

    Uni<Void> attachTag(Visit by, String uuid, String tag, boolean local, String relationship) {
        if (by.effects().areRecorded()) {
            return write.recorded(
                    by, null, "misp.tag.add", "uuid", uuid, "tag", tag, "local", local, "relationship", relationship);
        }
        Fields body = Fields.of("uuid", uuid, "tag", Like.escaped(tag), "local", local ? 1L : 0L);
        if (!relationship.isEmpty()) {
            body.put("relationship_type", relationship);
        }
        return created(by, tag)
                .onItem()
                .transformToUni(ignored ->
                        write.during(by, things(by, uuid, tag), () -> write.post(by, "/tags/attachTagToObject", body)))
                .replaceWithVoid();
    }

    /** MISP would create an unknown tag under its escaped name. */
    private Uni<Void> created(Visit by, String tag) {
        if (!Like.isSpecial(tag)) {
            return Uni.createFrom().voidItem();
        }
        return reader.knowsTag(Writing.depth(by), tag)
                .onItem()
                .transformToUni(known -> known
                        ? Uni.createFrom().voidItem()
                        : write.post(by, "/tags/add", Fields.of("Tag", Fields.of("name", tag)))
                                .replaceWithVoid());
    }

    Uni<Boolean> detachTag(Visit by, String uuid, String tag) {
        Fields body = Fields.of("uuid", uuid, "tag", Like.escaped(tag));
        return write.once(
                by,
                things(by, uuid, tag),
                () -> write.post(by, "/tags/removeTagFromObject", body)
                        .replaceWith(true)
                        .onFailure(e -> e instanceof MispException refused && refused.status() == 404)
                        .recoverWithItem(false),
                true,
                "misp.tag.remove",
                "uuid",
                uuid,
                "tag",
                tag);
    }

    private static List<String> things(Visit by, String uuid, String tag) {
        String event = text(Writing.event(by), "id");
        return event.isEmpty() ? List.of(uuid) : List.of(uuid, Echoes.tag(event, tag));
    }

    Uni<Void> relate(Visit by, Scope scope, String connector, String relationship) {
        String kind = scope == Scope.EVENT ? "event" : "attribute";
        return write.change(
                by,
                List.of(),
                "/tags/modifyTagRelationship/" + kind + "/" + path(connector),
                Fields.of("TagRelationship", Fields.of("relationship_type", relationship)),
                "misp.tag.relate",
                "scope",
                kind,
                "connector",
                connector,
                "relationship",
                relationship);
    }
}
