package dev.sluice.outside;

import java.util.Locale;

/** What an administrator can change when a limit is in the way; messages name it in both ways it can be given. */
public enum Setting {
    TIMEOUT("sluice.outbound.timeout"),
    CONNECT_TIMEOUT("sluice.outbound.connect-timeout"),
    MAX_ANSWER("sluice.outbound.max-answer"),
    BREAKER("sluice.outbound.breaker.enabled"),
    RATE_LIMIT("sluice.outbound.rate.limit"),
    OUTBOUND_ALLOW("sluice.outbound.allow"),
    OUTBOUND_REDIRECTS("sluice.outbound.redirects"),
    SMTP_HOST("sluice.smtp.host"),
    SMTP_PORT("sluice.smtp.port"),
    SMTP_USERNAME("sluice.smtp.username"),
    SMTP_PASSWORD("sluice.smtp.password"),
    SMTP_FROM("sluice.smtp.from"),
    SMTP_TLS("sluice.smtp.tls"),
    SMTP_TIMEOUT("sluice.smtp.timeout"),
    ZMQ_ADDRESS("sluice.zmq.address"),
    ZMQ_WAITING("sluice.zmq.waiting"),
    ZMQ_WAITING_BYTES("sluice.zmq.waiting-bytes");

    private final String property;

    Setting(String property) {
        this.property = property;
    }

    /** {@code sluice.outbound.timeout (SLUICE_OUTBOUND_TIMEOUT)}. */
    @Override
    public String toString() {
        return property + " ("
                + property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + ")";
    }
}
