package dev.sluice.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where files are kept. */
@ConfigMapping(prefix = "sluice.data")
public interface DataConfig {
    /** The data folder; made at the start where it does not exist, readable by its owner only. */
    @WithDefault("./data")
    Path dir();
}
