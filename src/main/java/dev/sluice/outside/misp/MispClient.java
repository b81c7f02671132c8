package dev.sluice.outside.misp;

import dev.sluice.module.Misp;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port to MISP: reads, and writes or in a dry run writes down what would have been written. */
@Singleton
class MispClient implements Misp {
    private final MispConnection misp;
    private final MispReader reader;
    private final MispRows rows;
    private final TagEdits tagEdits;
    private final EventEdits eventEdits;
    private final ListEdits listEdits;

    @Inject
    MispClient(
            MispConnection misp,
            MispReader reader,
            MispRows rows,
            TagEdits tagEdits,
            EventEdits eventEdits,
            ListEdits listEdits) {
        this.misp = misp;
        this.reader = reader;
        this.rows = rows;
        this.tagEdits = tagEdits;
        this.eventEdits = eventEdits;
        this.listEdits = listEdits;
    }

    @Override
    public boolean isConfigured() {
        return misp.isConfigured();
    }

    @Override
    public Uni<Optional<Map<String, Object>>> event(Visit by, String event) {
        return reader.event(Writing.depth(by), event);
    }

    @Override
    public Uni<Map<String, List<Map<String, Object>>>> tags(Visit by, Scope scope, Collection<String> uuids) {
        Uni<Map<String, List<Map<String, Object>>>> tags = reader.tags(Writing.depth(by), scope, uuids);
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
        return reader.knowsTag(Writing.depth(by), name);
    }

    @Override
    public Uni<List<Map<String, Object>>> warningLists(Visit by) {
        return reader.warningLists(Writing.depth(by));
    }

    @Override
    public Uni<Map<String, List<Map<String, Object>>>> warnings(Visit by, Collection<String> values) {
        return reader.warnings(Writing.depth(by), values);
    }

    @Override
    public Uni<Optional<String>> organisation(Visit by, String id) {
        return reader.organisation(Writing.depth(by), id);
    }

    @Override
    public Uni<List<Cluster>> clusters(Visit by, String galaxy) {
        return reader.clusters(Writing.depth(by), galaxy);
    }

    @Override
    public Uni<List<Map<String, Object>>> decayScores(Visit by, Collection<String> uuids, Collection<String> models) {
        return reader.decayScores(Writing.depth(by), uuids, models);
    }

    @Override
    public Uni<List<Account>> accounts(Visit by) {
        return reader.accounts(Writing.depth(by));
    }

    @Override
    public Uni<Optional<Map<String, Object>>> eventAlone(String id) {
        return rows.eventAlone(id);
    }

    @Override
    public Uni<Optional<Map<String, Object>>> attribute(String id) {
        return rows.attribute(id);
    }

    @Override
    public Uni<Optional<Map<String, Object>>> object(String id) {
        return rows.object(id);
    }

    @Override
    public Uni<Void> attachTag(Visit by, String uuid, String tag, boolean local, String relationship) {
        return tagEdits.attachTag(by, uuid, tag, local, relationship);
    }

    @Override
    public Uni<Boolean> detachTag(Visit by, String uuid, String tag) {
        return tagEdits.detachTag(by, uuid, tag);
    }

    @Override
    public Uni<Void> relate(Visit by, Scope scope, String connector, String relationship) {
        return tagEdits.relate(by, scope, connector, relationship);
    }

    @Override
    public Uni<List<Map<String, Object>>> editAttributes(Visit by, String event, List<Map<String, Object>> changes) {
        return eventEdits.editAttributes(by, event, changes);
    }

    @Override
    public Uni<Map<String, Object>> editEvent(Visit by, String event, Map<String, Object> fields) {
        return eventEdits.editEvent(by, event, fields);
    }

    @Override
    public Uni<Void> publish(Visit by, String event) {
        return eventEdits.publish(by, event);
    }

    @Override
    public Uni<Void> alert(Visit by, String event) {
        return eventEdits.alert(by, event);
    }

    @Override
    public Uni<Void> unpublish(Visit by, String event) {
        return eventEdits.unpublish(by, event);
    }

    @Override
    public Uni<Void> enrichEvent(Visit by, String event, Collection<String> modules) {
        return eventEdits.enrichEvent(by, event, modules);
    }

    @Override
    public Uni<Void> acceptProposal(Visit by, String id) {
        return listEdits.acceptProposal(by, id);
    }

    @Override
    public Uni<Void> discardProposal(Visit by, String id) {
        return listEdits.discardProposal(by, id);
    }

    @Override
    public Uni<Void> addToWarningList(Visit by, String id, List<String> values) {
        return listEdits.addToWarningList(by, id, values);
    }

    @Override
    public Uni<Void> blockEvent(Visit by, String uuid, String info, String organisation, String comment) {
        return listEdits.blockEvent(by, uuid, info, organisation, comment);
    }
}
