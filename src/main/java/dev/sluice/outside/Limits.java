package dev.sluice.outside;

import java.time.Duration;

/**
 * How patient a client is, and by which settings that changes; messages name them.
 *
 * @param timeout for a whole exchange, from the wait for a connection to the last byte of the answer
 * @param connectTimeout to connect
 * @param maxAnswer bytes of an answer
 */
public record Limits(
        Duration timeout,
        Duration connectTimeout,
        long maxAnswer,
        String timeoutSetting,
        String connectTimeoutSetting,
        String maxAnswerSetting) {
    static Limits of(OutboundConfig config) {
        return new Limits(
                config.timeout(),
                config.connectTimeout(),
                config.maxAnswer().asLongValue(),
                Setting.TIMEOUT.toString(),
                Setting.CONNECT_TIMEOUT.toString(),
                Setting.MAX_ANSWER.toString());
    }
}
