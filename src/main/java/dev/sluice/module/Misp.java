package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port through which modules read and change the platform. Reading happens in dry runs too; what would change
 * something is then only recorded, and answers as if it had been done.
 *
 * <p>Every failure carries a sentence for the user: MISP is not configured, cannot be reached, refuses, or answers what
 * cannot be understood. Events are named by id or uuid, attributes by uuid. Nothing blocks.
 */
public interface Misp {
    /** What tags hang on. */
    enum Scope {
        EVENT,
        ATTRIBUTE
    }

    /**
     * An account of the platform.
     *
     * @param siteAdmin whether its role has the site admin permission
     * @param orgAdmin whether its role has the org admin permission
     */
    record Account(String id, String email, String orgId, boolean disabled, boolean siteAdmin, boolean orgAdmin) {}

    /** A cluster of a galaxy: its value ("luxembourg"), and the tag that attaches it. */
    record Cluster(String value, String tag) {}

    /** Whether there is a MISP to talk to; what keeps it from that is in {@link #NOT_CONFIGURED}. */
    boolean isConfigured();

    /** What a module says in its diagnostics while {@link #isConfigured} is false. */
    String NOT_CONFIGURED = "No MISP is connected. Set sluice.misp.url (SLUICE_MISP_URL) and sluice.misp.key"
            + " (SLUICE_MISP_KEY) or sluice.misp.key-file (SLUICE_MISP_KEY_FILE).";

    /** The diagnostics of a module that can do nothing without the platform. */
    default List<String> diagnostics() {
        return isConfigured() ? List.of() : List.of(NOT_CONFIGURED);
    }

    /** The whole event with attachments as {@code {"Event":{…}}} in MISP core format; empty where there is none. */
    Uni<Optional<Map<String, Object>>> event(Visit by, String event);

    /** The tags that hang on events or attributes at this moment, by uuid; {@code local} in each. */
    Uni<Map<String, List<Map<String, Object>>>> tags(Visit by, Scope scope, Collection<String> uuids);

    /** Whether the platform has a tag of exactly this name. */
    Uni<Boolean> knowsTag(Visit by, String name);

    /**
     * Attaches a tag to an event or attribute, creating it where the key's user may. One that hangs there stays.
     *
     * @param relationship the type of their relationship, or "" for none
     */
    Uni<Void> attachTag(Visit by, String uuid, String tag, boolean local, String relationship);

    /** Takes a tag off; false where it did not hang there. */
    Uni<Boolean> detachTag(Visit by, String uuid, String tag);

    /**
     * Gives the attachment of a tag another relationship type.
     *
     * @param connector the id of the attachment itself ({@code EventTag}, {@code AttributeTag}), not of the tag
     */
    Uni<Void> relate(Visit by, Scope scope, String connector, String relationship);

    /**
     * Changes attributes of one event, in one call but for those of objects.
     *
     * @param changes of each attribute its {@code uuid}, its {@code object_id} and the fields that change
     * @return the attributes as they are afterwards, those refused left out
     */
    Uni<List<Map<String, Object>>> editAttributes(Visit by, String event, List<Map<String, Object>> changes);

    /** Changes fields of an event and gives {@code {"Event":{…}}} as it is then. The platform takes back its publication. */
    Uni<Map<String, Object>> editEvent(Visit by, String event, Map<String, Object> fields);

    /** Publishes an event without mails. */
    Uni<Void> publish(Visit by, String event);

    /** Publishes an event and mails those who want to know. */
    Uni<Void> alert(Visit by, String event);

    /** Takes back the publication of an event. */
    Uni<Void> unpublish(Visit by, String event);

    /** Accepts a proposal by its id. */
    Uni<Void> acceptProposal(Visit by, String id);

    /** Discards a proposal by its id. */
    Uni<Void> discardProposal(Visit by, String id);

    /** The warning lists: id, name, type, category, enabled, default and so on of each; without entries. */
    Uni<List<Map<String, Object>>> warningLists(Visit by);

    /** Which warning lists values are on: of each value that is on one, {@code {id, name, matched}} of each list. */
    Uni<Map<String, List<Map<String, Object>>>> warnings(Visit by, Collection<String> values);

    /** Adds values to a warning list of one's own; those that are on it stay. */
    Uni<Void> addToWarningList(Visit by, String id, List<String> values);

    /** Puts an event on the block list. */
    Uni<Void> blockEvent(Visit by, String uuid, String info, String organisation, String comment);

    /** The name of an organisation by its id. */
    Uni<Optional<String>> organisation(Visit by, String id);

    /** The clusters of the galaxy of that name ("Country"); none where there is no such galaxy. */
    Uni<List<Cluster>> clusters(Visit by, String galaxy);

    /** Attributes with their {@code decay_score} by these models (ids). */
    Uni<List<Map<String, Object>>> decayScores(Visit by, Collection<String> uuids, Collection<String> models);

    /** Lets the platform enrich a whole event with Enrichment modules and keep what they find; done in the background. */
    Uni<Void> enrichEvent(Visit by, String event, Collection<String> modules);

    /** All accounts, for who gets mail. */
    Uni<List<Account>> accounts(Visit by);

    /**
     * An event alone, for a trigger, before there is a run to act for: its fields and {@code Tag}, {@code Orgc}; without
     * attributes and objects. Empty where there is none.
     */
    Uni<Optional<Map<String, Object>>> eventAlone(String id);

    /** An attribute by its id with its {@code Tag}, for a trigger; empty where there is none. */
    Uni<Optional<Map<String, Object>>> attribute(String id);

    /** An object by its id, for a trigger; empty where there is none. */
    Uni<Optional<Map<String, Object>>> object(String id);
}
