package dev.sluice.store;

import dev.sluice.store.db.TriggerSettingEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an administrator has set on triggers. Answers from memory. */
@ApplicationScoped
public class TriggerSettings {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    /**
     * The settings of one trigger.
     *
     * @param enabled whether it fires; off until somebody switches it on
     * @param deadline how long its caller waits
     * @param open what counts when no decision could be made: true lets the caller proceed
     */
    public record Setting(boolean enabled, Duration deadline, boolean open) {}

    private final Changes changes;
    private final Setting otherwise;
    private volatile Map<String, Setting> settings = Map.of();

    @Inject
    TriggerSettings(Changes changes, EngineConfig config) {
        this.changes = changes;
        this.otherwise = new Setting(false, config.deadline(), false);
    }

    /** The settings of a trigger, be it known or not. */
    public Setting of(String triggerId) {
        Setting setting = settings.get(triggerId);
        return setting == null ? otherwise : setting;
    }

    /**
     * Changes what is not null, and has it in effect when this returns. Blocks.
     *
     * @param deadline zero takes the default back
     * @throws InvalidException where the deadline is negative
     */
    public Setting change(String triggerId, Boolean enabled, Duration deadline, Boolean open) {
        if (deadline != null && deadline.isNegative()) {
            throw new InvalidException(
                    "A deadline cannot be negative: give a duration like PT10S, or PT0S for the default.");
        }
        changes.make(() -> {
            TriggerSettingEntity stored = TriggerSettingEntity.findById(triggerId);
            boolean isNew = stored == null;
            if (isNew) {
                stored = new TriggerSettingEntity();
                stored.triggerId = triggerId;
                stored.onError = CLOSED;
            }
            stored.enabled = enabled == null ? stored.enabled : enabled;
            stored.onError = open == null ? stored.onError : open ? OPEN : CLOSED;
            if (deadline != null) {
                stored.deadlineMillis = deadline.isZero() ? null : Math.max(1, deadline.toMillis());
            }
            if (isNew) {
                stored.persist();
            }
            return null;
        });
        return of(triggerId);
    }

    void load() {
        List<TriggerSettingEntity> stored = TriggerSettingEntity.listAll();
        Map<String, Setting> all = new HashMap<>();
        for (TriggerSettingEntity it : stored) {
            Duration deadline = it.deadlineMillis == null ? otherwise.deadline() : Duration.ofMillis(it.deadlineMillis);
            all.put(it.triggerId, new Setting(it.enabled, deadline, it.onError.equals(OPEN)));
        }
        settings = Map.copyOf(all);
    }
}
