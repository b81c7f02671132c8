package dev.sluice.store;

import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.Switches;
import dev.sluice.store.db.SwitchEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which modules are switched on: what the database says, else what MISP ships switched on. Answers from memory. */
@ApplicationScoped
public class StoredSwitches implements Switches {
    private static final Set<String> ON_BY_DEFAULT = Set.of(
            "generic-if",
            "distribution-if",
            "published-if",
            "organisation-if",
            "tag-if",
            "concurrent-task",
            "stop-execution",
            "webhook",
            "push-zmq");

    private final TriggerSettings triggers;
    private final Changes changes;
    private volatile Map<String, Boolean> logic = Map.of();
    private volatile Map<String, Boolean> actions = Map.of();

    @Inject
    StoredSwitches(TriggerSettings triggers, Changes changes) {
        this.triggers = triggers;
        this.changes = changes;
    }

    @Override
    public boolean isOn(Spec spec) {
        return isOn(spec.type(), key(spec));
    }

    /** As {@link #isOn(Spec)}, by kind and id. */
    public boolean isOn(Spec.Type type, String id) {
        return switch (type) {
            case TRIGGER -> triggers.of(id).enabled();
            case LOGIC -> isOn(logic, id);
            case ACTION -> isOn(actions, id);
        };
    }

    /** A module that replaces a built-in one is switched on by itself. */
    private static String key(Spec spec) {
        return spec.type() == Spec.Type.TRIGGER || spec.origin() == Origin.BUILT_IN
                ? spec.id()
                : spec.origin().id() + ":" + spec.id();
    }

    private static boolean isOn(Map<String, Boolean> stored, String id) {
        Boolean on = stored.get(id);
        return on == null ? ON_BY_DEFAULT.contains(id) : on;
    }

    /** As {@link #set(Spec.Type, String, boolean)}, of that module and no other one of its id. Blocks. */
    public void set(Spec spec, boolean on) {
        set(spec.type(), key(spec), on);
    }

    /** Switches a module, or a trigger, on or off; in effect for the next node when this returns. Blocks. */
    public void set(Spec.Type type, String id, boolean on) {
        if (type == Spec.Type.TRIGGER) {
            triggers.change(id, on, null, null);
            return;
        }
        changes.make(() -> {
            SwitchEntity stored = SwitchEntity.findById(new SwitchEntity.Key(type.id(), id));
            if (stored == null) {
                stored = new SwitchEntity();
                stored.type = type.id();
                stored.moduleId = id;
                stored.enabled = on;
                stored.persist();
            }
            stored.enabled = on;
            return null;
        });
    }

    void load() {
        List<SwitchEntity> stored = SwitchEntity.listAll();
        logic = of(stored, Spec.Type.LOGIC);
        actions = of(stored, Spec.Type.ACTION);
    }

    private static Map<String, Boolean> of(List<SwitchEntity> stored, Spec.Type type) {
        Map<String, Boolean> all = new HashMap<>();
        stored.stream().filter(it -> it.type.equals(type.id())).forEach(it -> all.put(it.moduleId, it.enabled));
        return Map.copyOf(all);
    }
}
