package dev.sluice.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Sluice as the Action service of a MISP, which sends no key with its calls. */
@ConfigMapping(prefix = "sluice.service")
public interface ServiceConfig {
    /** Addresses and address ranges that may call {@code /modules}, {@code /query} and {@code /healthcheck} without the admin key. */
    @WithDefault("127.0.0.0/8,::1")
    List<String> allow();

    /** What those callers must send as {@code Sluice-Key} besides: a proxy between MISP and Sluice can add it. */
    Optional<String> key();
}
