package dev.sluice.outside;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Why no answer came, in one sentence. */
final class Failures {
    private Failures() {}

    static OutsideException timedOut(String target, Limits limits) {
        return new OutsideException("The request to " + target + " timed out after " + shown(limits.timeout())
                + ". To wait longer, set " + limits.timeoutSetting() + ".");
    }

    static OutsideException tooLarge(String target, Limits limits) {
        return OutsideException.answered("The answer of " + target + " is larger than " + limits.maxAnswer()
                + " bytes. To read more, set " + limits.maxAnswerSetting() + ".");
    }

    static OutsideException of(Throwable cause, String target, Limits limits) {
        return new OutsideException(
                sentence(cause, target, limits),
                cause instanceof HttpClosedException
                        || (cause instanceof ConnectException && !(cause instanceof ConnectTimeoutException)),
                cause instanceof SSLException && isAboutCertificate(cause));
    }

    private static String sentence(Throwable cause, String target, Limits limits) {
        if (cause instanceof UnknownHostException) {
            return "The host of " + target + " is not known; check the address.";
        }
        if (cause instanceof ConnectTimeoutException) {
            return "The connection to " + target + " timed out after " + shown(limits.connectTimeout())
                    + ". To wait longer, set " + limits.connectTimeoutSetting() + ".";
        }
        if (cause instanceof ConnectException) {
            return "The connection to " + target + " was refused.";
        }
        if (cause instanceof SSLException) {
            return isAboutCertificate(cause)
                    ? "The TLS certificate of " + target + " is not trusted: "
                            + deepest(cause).getMessage() + "."
                    : "TLS with " + target + " failed: " + cause.getMessage() + ".";
        }
        if (cause instanceof HttpClosedException) {
            return target + " closed the connection before its answer was complete.";
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "The request to " + target + " failed: " + why + ".";
    }

    private static boolean isAboutCertificate(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable deepest(Throwable cause) {
        Throwable at = cause;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    static String shown(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
