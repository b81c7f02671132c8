package dev.sluice.http.workflow;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Workflows and blueprints that are kept in files, as in a repository. */
@ConfigMapping(prefix = "sluice.declared")
interface DeclaredConfig {
    /** The folder whose JSON files are taken at the start; none without it. */
    Optional<Path> dir();
}
