package dev.sluice.store.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The file that names what workflows did, in the data folder. */
@ConfigMapping(prefix = "sluice.log-file")
interface LogFileConfig {
    /** Name of the file. */
    @WithDefault("workflow-execution.log")
    String name();

    /** After how many bytes a new one is begun. */
    @WithDefault("10485760")
    long size();

    /** How many old ones are kept. */
    @WithDefault("5")
    int backups();
}
