package dev.sluice.store.history;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How runs get into the database, and how long they stay. */
@ConfigMapping(prefix = "sluice.history")
public interface HistoryConfig {
    /** How many runs may wait to be written; what comes beyond that is not kept. */
    @WithDefault("10000")
    int buffer();

    /** How many runs are written in one transaction at most. */
    @WithDefault("2000")
    int batch();

    /** How long a run waits for others to be written with. */
    @WithDefault("50ms")
    Duration every();

    /** How long a reader waits for what ran before to be written. */
    @WithDefault("2s")
    Duration patience();

    /** How long the end of the program waits for the rest to be written. */
    @WithDefault("10s")
    Duration farewell();

    /** Which inputs are kept, so that runs can be repeated. */
    Input input();

    /** What is never kept in clear. */
    Redact redact();

    /** How long runs stay. */
    Keep keep();

    /** Which inputs are kept. */
    interface Input {
        /** Of which runs. */
        @WithDefault("all")
        Which of();

        /** Up to which size. */
        @WithDefault("1M")
        MemorySize limit();

        /**
         * How many bytes of input are kept in a second. Beyond that runs are kept without: the processor and the disk
         * belong to the platform, and runs that come in thousands a second are alike.
         */
        @WithDefault("1M")
        MemorySize perSecond();
    }

    /** Of which runs the input is kept. */
    enum Which {
        ALL,
        /** Of those that did not succeed. */
        PROBLEMS,
        NONE
    }

    /** What is replaced by {@code ***} before anything is kept. */
    interface Redact {
        /** Fields of these names, wherever they are and whatever their case. */
        @WithDefault("password,confirm_password,authkey,auth_key,api_key,apikey,token,access_token,refresh_token,"
                + "secret,client_secret,private_key,totp,hotp_counter,authorization,cookie")
        List<String> names();

        /** What lies at these paths of the input, as in {@code User.email} or {@code Event.Attribute.{n}.comment}. */
        Optional<List<String>> paths();
    }

    /** How long runs stay. What is older, or too many, is deleted every few minutes. */
    interface Keep {
        /** The age at which a run goes. */
        @WithDefault("30d")
        Duration age();

        /** How many stay at most, the newest. */
        @WithDefault("1000000")
        long count();
    }
}
