package dev.sluice.modules.action;

import dev.sluice.module.Outbound;
import java.util.List;

/** What modules say whose URL stands in the workflow, while that is switched off; the words are MISP's. */
final class ArbitraryUrls {
    /** Why a node did not send. */
    static final String OFF = "`Security.rest_client_enable_arbitrary_urls` is turned off";

    private ArbitraryUrls() {}

    /** What the editor shows at the module. */
    static List<String> diagnostics(Outbound outbound) {
        return outbound.takesArbitraryUrls()
                ? List.of()
                : List.of("`rest_client_enable_arbitrary_urls` is turned off.");
    }
}
