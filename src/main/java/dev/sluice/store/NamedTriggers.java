package dev.sluice.store;

import dev.sluice.module.Modules;
import dev.sluice.modules.trigger.NamedTrigger;
import dev.sluice.store.db.NamedTriggerEntity;
import dev.sluice.store.db.WorkflowEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** Triggers that users declare for what their own platform does, beside those that come with the program. */
@ApplicationScoped
public class NamedTriggers {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /**
     * What a user says of a trigger.
     *
     * @param id lower-case letters, digits and hyphens, up to 64
     * @param scope kind of object it is about, like "event"
     * @param blocking whether the caller waits for the answer
     * @param coreFormat whether its data is brought into MISP core format
     */
    public record Declaration(
            String id, String name, String scope, boolean blocking, boolean coreFormat, String description) {}

    private final Changes changes;
    private final Modules modules;
    private final Clock clock;
    private volatile List<Declaration> declared = List.of();

    @Inject
    NamedTriggers(Changes changes, Modules modules, Clock clock) {
        this.changes = changes;
        this.modules = modules;
        this.clock = clock;
    }

    /** All there are, by id; from memory. */
    public List<Declaration> list() {
        return declared;
    }

    /**
     * Declares a trigger, which can be fired when this returns. Blocks.
     *
     * @throws ConflictException where there is a trigger of that id
     * @throws InvalidException where the id or a text will not do
     */
    public Declaration declare(Declaration trigger) {
        if (trigger.id() == null || !ID.matcher(trigger.id()).matches()) {
            throw new InvalidException(
                    "The id of a trigger is made of lower-case letters, digits and hyphens, up to 64, as in `case-opened`.");
        }
        Declaration whole = new Declaration(
                trigger.id(),
                Texts.orElse(trigger.name(), trigger.id(), "name", 191),
                Texts.orElse(trigger.scope(), "others", "scope", 64),
                trigger.blocking(),
                trigger.coreFormat(),
                trigger.description() == null ? "" : trigger.description());
        changes.make(() -> {
            if (modules.isBuiltIn(whole.id()) || NamedTriggerEntity.findById(whole.id()) != null) {
                throw new ConflictException("There is a trigger `" + whole.id() + "` already: choose another id.");
            }
            NamedTriggerEntity entity = new NamedTriggerEntity();
            entity.id = whole.id();
            entity.name = whole.name();
            entity.scope = whole.scope();
            entity.blocking = whole.blocking();
            entity.coreFormat = whole.coreFormat();
            entity.description = whole.description();
            entity.createdAt = clock.instant();
            entity.persist();
            return null;
        });
        return whole;
    }

    /**
     * Removes a declared trigger. Blocks.
     *
     * @throws NotFoundException where no trigger of that id was declared
     * @throws ConflictException where a workflow starts with it
     */
    public void remove(String id) {
        changes.make(() -> {
            if (WorkflowEntity.count("triggerId", id) > 0) {
                throw new ConflictException(
                        "A workflow starts with the trigger `" + id + "`: delete the workflow first.");
            }
            if (!NamedTriggerEntity.deleteById(id)) {
                throw new NotFoundException(
                        modules.isBuiltIn(id)
                                ? "The trigger `" + id + "` comes with the program and cannot be removed; disable it."
                                : "No trigger `" + id + "` was declared.");
            }
            return null;
        });
    }

    /** Whether what is declared differs from before. */
    boolean load() {
        List<Declaration> stored = NamedTriggerEntity.<NamedTriggerEntity>listAll().stream()
                .map(it -> new Declaration(it.id, it.name, it.scope, it.blocking, it.coreFormat, it.description))
                .sorted(java.util.Comparator.comparing(Declaration::id))
                .toList();
        if (stored.equals(declared)) {
            return false;
        }
        declared = stored;
        modules.declare(stored.stream()
                .map(it -> new NamedTrigger(
                        it.id(), it.name(), it.scope(), it.blocking(), it.coreFormat(), it.description()))
                .toList());
        return true;
    }
}
