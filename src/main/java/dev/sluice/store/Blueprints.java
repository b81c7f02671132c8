package dev.sluice.store;

import dev.sluice.graph.Drawflow;
import dev.sluice.graph.GraphException;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import dev.sluice.store.db.BlueprintEntity;
import dev.sluice.store.db.DeletedBlueprintEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The blueprints. Every method blocks. Modules in them are not looked up: what is not installed may be some day. */
@ApplicationScoped
public class Blueprints {
    private static final int NAME_LENGTH = 191;
    private static final Map<String, String> SORTS =
            Map.of("id", "id", "name", "lower(name)", "timestamp", "savedAt", "uuid", "uuid", "library", "fromLibrary");
    private static final String FOUND = "(lower(name) like :text escape '!' or lower(description) like :text escape '!'"
            + " or uuid like :text escape '!')";

    /** What a library did with one of its files. */
    public enum Taken {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final Changes changes;
    private final Clock clock;

    @Inject
    Blueprints(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Blueprints, by id if nothing else is said.
     *
     * @param text found in name, description or uuid, whatever its case; null or "" for all
     * @param fromLibrary only those that are as a library has them, or only the others; null for all
     * @throws InvalidException where the list cannot be sorted so
     */
    @Transactional
    public Page<BlueprintRow> list(String text, Boolean fromLibrary, Paging paging) {
        String where = FOUND + (fromLibrary == null ? "" : " and fromLibrary = " + fromLibrary);
        Map<String, Object> values = Map.of("text", Like.containing(text));
        List<BlueprintRow> rows = BlueprintEntity.<BlueprintEntity>find(where + paging.order(SORTS, "id", "id"), values)
                .range(paging.offset(), paging.offset() + paging.size() - 1)
                .stream()
                .map(BlueprintRow::of)
                .toList();
        return new Page<>(rows, BlueprintEntity.count(where, values), paging.page(), paging.size());
    }

    /**
     * By its id.
     *
     * @throws NotFoundException where there is no such blueprint
     */
    @Transactional
    public BlueprintRow get(long id) {
        return BlueprintRow.of(existing(id));
    }

    /** By its uuid, whatever its case. */
    @Transactional
    public Optional<BlueprintRow> findByUuid(String uuid) {
        return byUuid(uuid.toLowerCase(Locale.ROOT)).map(BlueprintRow::of);
    }

    /**
     * Saves a new one.
     *
     * @throws InvalidException where the name is empty, the uuid is none or taken, or the nodes cannot be read
     */
    public BlueprintRow create(NewBlueprint given) {
        String uuid = Uuids.checked(given.uuid());
        String nodes = nodesOf(given);
        return changes.make(() -> {
            if (byUuid(uuid).isPresent()) {
                throw new InvalidException("The UUID provided is not unique");
            }
            return BlueprintRow.of(add(uuid, given, nodes, false));
        });
    }

    /**
     * Changes one, which is the library's no more. Its time stays unless one is given, as with MISP.
     *
     * @throws NotFoundException where there is no such blueprint
     * @throws InvalidException where the name is empty or the nodes cannot be read
     */
    public BlueprintRow update(long id, NewBlueprint change) {
        String nodes = change.nodes() == null ? null : nodes(change.nodes());
        return changes.make(() -> BlueprintRow.of(change(existing(id), change, nodes, false)));
    }

    /**
     * Deletes one; workflows it was inserted into keep their nodes. It is remembered, so that only who asks for the
     * library gets one of a library back, not who starts the program.
     *
     * @throws NotFoundException where there is no such blueprint
     */
    public void delete(long id) {
        changes.make(() -> {
            BlueprintEntity gone = existing(id);
            DeletedBlueprintEntity deleted = new DeletedBlueprintEntity();
            deleted.uuid = gone.uuid;
            deleted.persist();
            gone.delete();
            return null;
        });
    }

    /** Whether a blueprint of this uuid was deleted and has not come back since. */
    @Transactional
    public boolean isDeleted(String uuid) {
        return uuid != null && DeletedBlueprintEntity.findById(uuid.toLowerCase(Locale.ROOT)) != null;
    }

    /**
     * What a library has: new if no blueprint has its uuid, otherwise in place of that one if it is newer, or by force.
     *
     * @throws InvalidException where it is none
     */
    public Taken take(NewBlueprint fromLibrary, boolean force) {
        if (fromLibrary.uuid() == null || fromLibrary.uuid().isEmpty()) {
            throw new InvalidException("A blueprint of a library needs a `uuid`, by which it is found again.");
        }
        String uuid = Uuids.checked(fromLibrary.uuid());
        long savedAt = fromLibrary.savedAt() == null ? 0 : fromLibrary.savedAt();
        String nodes = nodesOf(fromLibrary);
        if (!force && isAsNew(uuid, savedAt)) {
            return Taken.UNCHANGED;
        }
        return changes.make(() -> {
            BlueprintEntity there = byUuid(uuid).orElse(null);
            if (there == null) {
                add(uuid, fromLibrary, nodes, true);
                return Taken.CREATED;
            }
            if (!force && savedAt <= there.savedAt) {
                return Taken.UNCHANGED;
            }
            change(there, fromLibrary, nodes, true);
            return Taken.UPDATED;
        });
    }

    /**
     * Whether taking one by force would change what is there. Its time is one of its parts, and tells nothing of the others.
     *
     * @throws InvalidException where the nodes cannot be read
     */
    public static boolean differs(NewBlueprint given, BlueprintRow there) {
        return !nodesOf(given).equals(there.nodes())
                || (given.name() != null && !given.name().equals(there.name()))
                || (given.description() != null && !given.description().equals(there.description()))
                || (given.savedAt() != null && given.savedAt() != 0 && given.savedAt() != there.savedAt());
    }

    /** Asked before, so that a start where all is as it was is no change that other processes have to read. */
    private static boolean isAsNew(String uuid, long savedAt) {
        return QuarkusTransaction.requiringNew()
                .call(() -> byUuid(uuid).filter(it -> savedAt <= it.savedAt).isPresent());
    }

    private BlueprintEntity add(String uuid, NewBlueprint given, String nodes, boolean fromLibrary) {
        BlueprintEntity entity = new BlueprintEntity();
        entity.uuid = uuid;
        entity.name = "";
        entity.description = "";
        entity.savedAt = clock.instant().getEpochSecond();
        change(entity, given, nodes, fromLibrary);
        entity.persist();
        DeletedBlueprintEntity.deleteById(uuid);
        return entity;
    }

    private static BlueprintEntity change(
            BlueprintEntity entity, NewBlueprint given, String nodes, boolean fromLibrary) {
        String name = given.name() == null ? entity.name : given.name();
        if (name.isBlank()) {
            throw new InvalidException("Name cannot be empty.");
        }
        entity.name = Texts.orElse(name, name, "name", NAME_LENGTH);
        entity.description = given.description() == null ? entity.description : given.description();
        entity.savedAt = given.savedAt() == null || given.savedAt() == 0 ? entity.savedAt : given.savedAt();
        entity.nodes = nodes == null ? entity.nodes : nodes;
        entity.fromLibrary = fromLibrary;
        return entity;
    }

    private static BlueprintEntity existing(long id) {
        BlueprintEntity blueprint = BlueprintEntity.findById(id);
        if (blueprint == null) {
            throw new NotFoundException("There is no blueprint " + id + ".");
        }
        return blueprint;
    }

    private static Optional<BlueprintEntity> byUuid(String uuid) {
        return BlueprintEntity.<BlueprintEntity>find("uuid", uuid).firstResultOptional();
    }

    private static String nodesOf(NewBlueprint given) {
        return nodes(given.nodes() == null ? List.of() : given.nodes());
    }

    private static String nodes(Object given) {
        try {
            Object tree = given instanceof String text ? Json.parse(text) : given;
            Drawflow.read(tree);
            return Json.write(tree);
        } catch (PayloadException | GraphException e) {
            throw new InvalidException("The nodes of the blueprint cannot be read. " + e.getMessage());
        }
    }
}
