package dev.sluice.outside.secret;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the values of secrets are. */
@ConfigMapping(prefix = "sluice.secrets")
interface SecretsConfig {
    /** A folder with a file for each secret, and one called {@code <name>.hosts} beside it, as Kubernetes mounts a Secret. */
    Optional<Path> dir();
}
