package dev.sluice.outside.modules;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where modules written in Python are found, and how patient Sluice is with them. */
@ConfigMapping(prefix = "sluice.modules")
interface ModulesConfig {
    /** The misp-modules service whose Action modules join the catalogue. */
    Action action();

    /** The misp-modules service that enriches attributes. */
    Enrichment enrichment();

    /** Modules that are files of our own. */
    Python python();

    /** Modules that are classes in jars of our own. */
    Java java();

    /** How often a service that answers is asked for its modules. */
    @WithDefault("60s")
    Duration refresh();

    /** How often a service that does not answer is tried again. */
    @WithDefault("10s")
    Duration retry();

    /** How long a service may take to list its modules. */
    @WithDefault("2s")
    Duration discoveryTimeout();

    /** The largest answer that is read of a service. */
    @WithDefault("16M")
    MemorySize maxAnswer();

    /** Where is kept what services offered, for a start while one of them is down. */
    @WithDefault("${sluice.data.dir}/modules")
    Path memory();

    /** How many requests are open to one service at once; more wait. */
    @WithDefault("16")
    int connections();

    /** See {@link #action}. */
    interface Action {
        /** As {@code http://127.0.0.1:6666}; without it there is no such service. */
        Optional<String> url();

        /** How long a module may take; the service is told. */
        @WithDefault("10s")
        Duration timeout();
    }

    /** See {@link #enrichment}. */
    interface Enrichment {
        /** As {@code http://127.0.0.1:6666}; without it there is no such service. */
        Optional<String> url();

        /** How long a module may take to enrich one attribute; the service is told. */
        @WithDefault("5s")
        Duration hoverTimeout();

        /** How many attributes are enriched at once by one node. */
        @WithDefault("4")
        int concurrency();

        /** Of each module what it wants to be told, such as an API key. */
        Map<String, Map<String, String>> config();
    }

    /** See {@link #java}. */
    interface Java {
        /** The folder whose jars are looked into at the start. */
        @WithDefault("${sluice.data.dir}/modules/java")
        Path dir();
    }

    /** See {@link #python}. */
    interface Python {
        /** The folder whose files are modules. */
        @WithDefault("${sluice.data.dir}/modules/action")
        Path dir();

        /** The interpreter. */
        @WithDefault("python3")
        String command();

        /** How often the folder is looked at. */
        @WithDefault("2s")
        Duration refresh();

        /** How many modules can run at once; more wait. */
        @WithDefault("2")
        int workers();

        /** How long a module may take before its process is ended. */
        @WithDefault("10s")
        Duration timeout();

        /** How much address space one process may take. */
        @WithDefault("512M")
        MemorySize memory();

        /** The largest answer of a module. */
        @WithDefault("1M")
        MemorySize maxAnswer();
    }
}
