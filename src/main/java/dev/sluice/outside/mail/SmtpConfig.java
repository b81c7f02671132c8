package dev.sluice.outside.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The mail server. */
@ConfigMapping(prefix = "sluice.smtp")
interface SmtpConfig {
    /** How the connection is kept secret. */
    enum Tls {
        /** Not at all. */
        NONE(25),
        /** From the greeting on; a server that does not offer it gets no mail. */
        STARTTLS(587),
        /** From the first byte. */
        TLS(465);

        private final int port;

        Tls(int port) {
            this.port = port;
        }

        int port() {
            return port;
        }
    }

    /** Its name or address; without one no mail is sent. */
    Optional<String> host();

    /** Its port: by the kind of TLS 25, 587 or 465 where none is given. */
    OptionalInt port();

    /** As whom to log in; without a name nobody does. */
    Optional<String> username();

    Optional<String> password();

    /** The sender of all mail: an address, or {@code Name <address>}. */
    Optional<String> from();

    @WithDefault("starttls")
    Tls tls();

    /** How long one mail may take, from the connection on. */
    @WithDefault("10s")
    Duration timeout();
}
