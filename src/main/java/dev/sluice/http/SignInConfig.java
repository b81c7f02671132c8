package dev.sluice.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How one signs in to the web pages, and how often keys may be tried. */
@ConfigMapping(prefix = "sluice.sign-in")
public interface SignInConfig {
    /** How long the link of the first start opens the pages. */
    @WithDefault("1h")
    Duration welcome();

    /** So many keys may be tried in vain from one address within {@link #pause}. */
    @WithDefault("10")
    int tries();

    /** So many calls with keys that open nothing are answered as such to one address within {@link #pause}. */
    @WithDefault("100")
    int callTries();

    /** How long an address waits that tried too many. */
    @WithDefault("1m")
    Duration pause();
}
