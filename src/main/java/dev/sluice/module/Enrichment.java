package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The port to the Enrichment modules of a misp-modules service. In a dry run nothing is sent. */
public interface Enrichment {
    /** What a module says while there is no such service. */
    String NOT_CONFIGURED = "No Enrichment service is connected. Set sluice.modules.enrichment.url"
            + " (SLUICE_MODULES_ENRICHMENT_URL) to the address of misp-modules.";

    /**
     * An Enrichment module.
     *
     * @param inputs the types of attributes it accepts
     * @param whole whether it wants the whole attribute ({@code misp_standard}), not only type and value
     */
    record Enricher(String name, Set<String> inputs, boolean whole) {}

    /** What keeps the service from answering, a sentence each. */
    List<String> diagnostics();

    /** A module the service offered when it was asked last; from memory. */
    Optional<Enricher> find(String name);

    /** How many attributes are to be enriched at once. */
    int concurrency();

    /**
     * Asks a module about one attribute, with the settings it has here.
     *
     * @return what it answers: {@code {"results":[…]}} or {@code {"error":"…"}}; a failure with a sentence where nothing
     *     that can be read comes back
     */
    Uni<Object> enrich(Visit by, String module, Map<String, Object> question);
}
