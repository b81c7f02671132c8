package dev.sluice.http.service;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The misp-modules that MISP would ask if Sluice did not stand in their place. */
interface Upstream {
    /** What they said last that they have, from memory: entries of their {@code GET /modules}, each a map with a name. */
    List<Object> modules();

    /** Whether there is any service to ask. */
    boolean isThere();

    /**
     * Passes a query on as it came.
     *
     * @return what came back, whatever its status; a failure with a sentence where nothing did
     */
    Uni<Answer> query(byte[] body);

    /** What came back. */
    record Answer(int status, String contentType, byte[] body) {}
}
