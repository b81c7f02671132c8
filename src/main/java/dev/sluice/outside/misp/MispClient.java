package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.MispReader.path;
import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.maps;
import static dev.sluice.outside.misp.Shapes.text;

import dev.sluice.module.Echoes;
import dev.sluice.module.Misp;
import dev.sluice.module.Visit;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The port to MISP: reads, and writes or in a dry run writes down what would have been written. */
@Singleton
class MispClient implements Misp {
    private final MispConnection misp;
    private final MispReader reader;
    private final OwnWrites own;

    @Inject
    MispClient(MispConnection misp, MispReader reader, OwnWrites own) {
        this.misp = misp;
        this.reader = reader;
        this.own = own;
    }

    @Override
    public boolean isConfigured() {
        return misp.isConfigured();
    }

    @Override
    public Uni<Optional<Map<String, Object>>> event(Visit by, String event) {
        return reader.event(depth(by), event);
    }

    @Override
    public Uni<Map<String, List<Map<String, Object>>>> tags(Visit by, Scope scope, Collection<String> uuids) {
        Uni<Map<String, List<Map<String, Object>>>> tags = reader.tags(depth(by), scope, uuids);
        return by.effects().areRecorded() ? tags.onItem().transform(there -> withUnknown(there, uuids)) : tags;
    }

    /** A dry run may be about things that the platform never had. */
    private static Map<String, List<Map<String, Object>>> withUnknown(
            Map<String, List<Map<String, Object>>> there, Collection<String> uuids) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>(there);
        uuids.forEach(it -> all.putIfAbsent(it, List.of()));
        return all;
    }

    @Override
    public Uni<Boolean> knowsTag(Visit by, String name) {
        return reader.knowsTag(depth(by), name);
    }

    @Override
    public Uni<Void> attachTag(Visit by, String uuid, String tag, boolean local, String relationship) {
        if (by.effects().areRecorded()) {
            return recorded(
                    by, null, "misp.tag.add", "uuid", uuid, "tag", tag, "local", local, "relationship", relationship);
        }
        Fields body = Fields.of("uuid", uuid, "tag", Like.escaped(tag), "local", local ? 1L : 0L);
        if (!relationship.isEmpty()) {
            body.put("relationship_type", relationship);
        }
        return created(by, tag)
                .onItem()
                .transformToUni(ignored -> during(by, List.of(uuid), () -> post(by, "/tags/attachTagToObject", body)))
                .replaceWithVoid();
    }

    /** MISP would create an unknown tag under its escaped name. */
    private Uni<Void> created(Visit by, String tag) {
        if (!Like.isSpecial(tag)) {
            return Uni.createFrom().voidItem();
        }
        return knowsTag(by, tag)
                .onItem()
                .transformToUni(known -> known
                        ? Uni.createFrom().voidItem()
                        : post(by, "/tags/add", Fields.of("Tag", Fields.of("name", tag)))
                                .replaceWithVoid());
    }

    @Override
    public Uni<Boolean> detachTag(Visit by, String uuid, String tag) {
        Fields body = Fields.of("uuid", uuid, "tag", Like.escaped(tag));
        return write(
                by,
                List.of(uuid),
                () -> post(by, "/tags/removeTagFromObject", body)
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

    @Override
    public Uni<Void> relate(Visit by, Scope scope, String connector, String relationship) {
        String kind = scope == Scope.EVENT ? "event" : "attribute";
        return change(
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

    @Override
    public Uni<List<Map<String, Object>>> editAttributes(Visit by, String event, List<Map<String, Object>> changes) {
        if (by.effects().areRecorded()) {
            return recorded(by, changes, "misp.attributes.edit", "event", event, "attributes", changes);
        }
        List<Uni<List<Map<String, Object>>>> calls = new ArrayList<>();
        List<Map<String, Object>> ofEvent = new ArrayList<>();
        for (Map<String, Object> change : changes) {
            Fields fields = Fields.copyOf(change);
            fields.remove("object_id");
            if (isInObject(change)) {
                calls.add(editAttribute(by, event, text(change, "uuid"), fields));
            } else {
                ofEvent.add(fields);
            }
        }
        if (!ofEvent.isEmpty()) {
            calls.add(0, editPlain(by, event, ofEvent));
        }
        return Uni.join()
                .all(calls)
                .usingConcurrencyOf(1)
                .andFailFast()
                .onItem()
                .transform(parts -> {
                    List<Map<String, Object>> all = new ArrayList<>();
                    parts.forEach(all::addAll);
                    return all;
                });
    }

    private static boolean isInObject(Map<String, Object> change) {
        String object = text(change, "object_id");
        return !object.isEmpty() && !object.equals("0");
    }

    private Uni<List<Map<String, Object>>> editPlain(Visit by, String event, List<Map<String, Object>> changes) {
        Set<String> uuids = changes.stream().map(it -> text(it, "uuid")).collect(Collectors.toSet());
        List<String> things = new ArrayList<>(uuids);
        things.add(Echoes.event(event));
        Fields body = Fields.of("Event", Fields.of("Attribute", changes));
        return during(by, things, () -> post(by, "/events/edit/" + path(event), body))
                .onItem()
                .transform(answer -> attributes(map(map(answer).get("Event")), uuids));
    }

    /** MISP takes an attribute of an object for a foreign one where it stands among the event's own. */
    private Uni<List<Map<String, Object>>> editAttribute(Visit by, String event, String uuid, Fields fields) {
        return during(by, List.of(Echoes.event(event), uuid), () -> post(by, "/attributes/edit/" + path(uuid), fields))
                .onItem()
                .transform(answer -> List.of(map(map(answer).get("Attribute"))));
    }

    private static List<Map<String, Object>> attributes(Map<String, Object> event, Set<String> wanted) {
        List<Map<String, Object>> all = new ArrayList<>(maps(event.get("Attribute")));
        maps(event.get("Object")).forEach(it -> all.addAll(maps(it.get("Attribute"))));
        all.removeIf(it -> !wanted.contains(text(it, "uuid")));
        return all;
    }

    @Override
    public Uni<Map<String, Object>> editEvent(Visit by, String event, Map<String, Object> fields) {
        Fields body = Fields.of("Event", fields);
        return write(
                by,
                List.of(Echoes.event(event)),
                () -> post(by, "/events/edit/" + path(event), body).onItem().transform(Shapes::map),
                body,
                "misp.event.edit",
                "event",
                event,
                "fields",
                fields);
    }

    @Override
    public Uni<Void> publish(Visit by, String event) {
        return onEvent(by, "publish", event);
    }

    @Override
    public Uni<Void> alert(Visit by, String event) {
        return onEvent(by, "alert", event);
    }

    @Override
    public Uni<Void> unpublish(Visit by, String event) {
        return onEvent(by, "unpublish", event);
    }

    private Uni<Void> onEvent(Visit by, String verb, String event) {
        String kind = "misp.event." + verb;
        return change(
                by, List.of(Echoes.event(event)), "/events/" + verb + "/" + path(event), null, kind, "event", event);
    }

    @Override
    public Uni<Void> acceptProposal(Visit by, String id) {
        return change(
                by, List.of(), "/shadow_attributes/accept/" + path(id), null, "misp.proposal.accept", "proposal", id);
    }

    @Override
    public Uni<Void> discardProposal(Visit by, String id) {
        return change(
                by, List.of(), "/shadow_attributes/discard/" + path(id), null, "misp.proposal.discard", "proposal", id);
    }

    @Override
    public Uni<List<Map<String, Object>>> warningLists(Visit by) {
        return reader.warningLists(depth(by));
    }

    @Override
    public Uni<Map<String, List<Map<String, Object>>>> warnings(Visit by, Collection<String> values) {
        return reader.warnings(depth(by), values);
    }

    @Override
    public Uni<Void> addToWarningList(Visit by, String id, List<String> values) {
        if (by.effects().areRecorded()) {
            return recorded(by, null, "misp.warninglist.add", "warninglist", id, "values", values);
        }
        return reader.warningList(depth(by), id).onItem().transformToUni(list -> {
            Set<Object> all = new LinkedHashSet<>();
            if (list.get("list") instanceof Collection<?> entries) {
                all.addAll(entries);
            }
            all.addAll(values);
            Fields whole = Fields.copyOf(list);
            whole.put("list", List.copyOf(all));
            return post(by, "/warninglists/import", whole).replaceWithVoid();
        });
    }

    @Override
    public Uni<Void> blockEvent(Visit by, String uuid, String info, String organisation, String comment) {
        Fields body =
                Fields.of("uuids", List.of(uuid), "event_info", info, "event_orgc", organisation, "comment", comment);
        return change(
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

    @Override
    public Uni<Optional<String>> organisation(Visit by, String id) {
        return reader.organisation(depth(by), id);
    }

    @Override
    public Uni<List<Cluster>> clusters(Visit by, String galaxy) {
        return reader.clusters(depth(by), galaxy);
    }

    @Override
    public Uni<List<Map<String, Object>>> decayScores(Visit by, Collection<String> uuids, Collection<String> models) {
        return reader.decayScores(depth(by), uuids, models);
    }

    @Override
    public Uni<Void> enrichEvent(Visit by, String event, Collection<String> modules) {
        Fields body = new Fields();
        modules.forEach(it -> body.put(it, 1L));
        return change(
                by,
                List.of(Echoes.event(event)),
                "/events/enrichEvent/" + path(event),
                body,
                "misp.event.enrich",
                "event",
                event,
                "modules",
                List.copyOf(modules));
    }

    @Override
    public Uni<List<Account>> accounts(Visit by) {
        return reader.accounts(depth(by));
    }

    private Uni<Void> change(Visit by, List<String> things, String path, Object body, String kind, Object... details) {
        return write(by, things, () -> post(by, path, body).replaceWithVoid(), null, kind, details);
    }

    private <T> Uni<T> write(
            Visit by, List<String> things, Supplier<Uni<T>> call, T asIf, String kind, Object... details) {
        return by.effects().areRecorded() ? recorded(by, asIf, kind, details) : during(by, things, call);
    }

    private <T> Uni<T> during(Visit by, List<String> things, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            own.note(by.occasion(), things);
            return own.during(depth(by), things, call);
        });
    }

    /** A dry run fails where the real one would for want of a MISP. */
    private <T> Uni<T> recorded(Visit by, T asIf, String kind, Object... details) {
        return Uni.createFrom().item(() -> {
            if (!isConfigured()) {
                throw new MispException(0, NOT_CONFIGURED);
            }
            by.effects().record(kind, details);
            return asIf;
        });
    }

    private Uni<Object> post(Visit by, String path, Object body) {
        return misp.write(depth(by), path, body);
    }

    private static int depth(Visit by) {
        return by.occasion().depth() + 1;
    }
}
