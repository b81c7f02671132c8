package dev.sluice.store.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long browsers stay signed in. */
@ConfigMapping(prefix = "sluice.session")
interface SessionConfig {
    /** A session that was not used for so long is over. */
    @WithDefault("8h")
    Duration idle();

    /** A session is over after so long, however much it was used. */
    @WithDefault("7d")
    Duration longest();

    /** The same for who signed in elsewhere: what the provider says of them meanwhile is not asked. */
    @WithDefault("8h")
    Duration longestOfProvider();
}
