package dev.sluice.outside.modules;

import dev.sluice.module.Outbound.Answer;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The misp-modules that offer actions, for those who stand in their place before a MISP. */
public interface ActionService {
    /** What they said last that they have, from memory: entries of their {@code GET /modules}, each a map with a name. */
    List<Object> listed();

    /** Whether there is any service to ask. */
    boolean isThere();

    /**
     * Passes a question on as it came.
     *
     * @return what came back, whatever its status; a failure with a sentence where nothing did
     */
    Uni<Answer> pass(byte[] question);
}
