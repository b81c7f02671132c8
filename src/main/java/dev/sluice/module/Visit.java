package dev.sluice.module;

import dev.sluice.payload.Filter;
import dev.sluice.payload.Payload;
import java.util.Map;

/**
 * What a module is handed when the walk reaches its node: the data, the node's parameters and filter, and on whose
 * behalf it acts. Good for this one visit only.
 */
public final class Visit {
    private final Payload payload;
    private final Settings settings;
    private final Filter filter;
    private final Occasion occasion;
    private final Effects effects;
    private final String nodeId;
    private final int turn;
    private Map<String, Object> view;

    /** A visit of a node; {@code filter} is the node's own, enabled or not. */
    public Visit(Payload payload, Settings settings, Filter filter, Occasion occasion, Effects effects) {
        this(payload, settings, filter, occasion, effects, "", 1);
    }

    /** As the other, of the node with that id, for the first, second … time in this run. */
    public Visit(
            Payload payload,
            Settings settings,
            Filter filter,
            Occasion occasion,
            Effects effects,
            String nodeId,
            int turn) {
        this.payload = payload;
        this.settings = settings;
        this.filter = filter;
        this.occasion = occasion;
        this.effects = effects;
        this.nodeId = nodeId;
        this.turn = turn;
    }

    /**
     * The data as this node sees it: with the data filters of the workflow applied. Items are shared with the payload,
     * so a change inside an attribute is seen by every later node.
     */
    public Map<String, Object> data() {
        if (view == null) {
            view = payload.view();
        }
        return view;
    }

    /** The data behind the view, for modules that replace it or change its filters. */
    public Payload payload() {
        return payload;
    }

    /** A parameter of the module; templates are rendered with {@link #data}. */
    public <T> T get(Param<T> param) {
        return settings.get(param, param.isTemplate() ? data() : null);
    }

    /** All parameters of the module by id. */
    public Map<String, Object> params() {
        return settings.effective(data());
    }

    /** The node's own filter. */
    public Filter filter() {
        return filter;
    }

    /** On whose behalf. */
    public Occasion occasion() {
        return occasion;
    }

    /**
     * What tells this visit from all others and is the same when the run is repeated, sent on as {@code Idempotency-Key};
     * "" where it belongs to no run.
     */
    public String idempotencyKey() {
        if (nodeId.isEmpty() || occasion.runId().isEmpty()) {
            return "";
        }
        return occasion.runId() + "-" + nodeId + (turn == 1 ? "" : "-" + turn);
    }

    /** Whether things are done or only recorded. Modules need it only where they act without a port. */
    public Effects effects() {
        return effects;
    }
}
