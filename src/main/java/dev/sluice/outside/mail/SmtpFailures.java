package dev.sluice.outside.mail;

import dev.sluice.outside.OutsideException;
import dev.sluice.outside.Setting;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;

/** Why a mail was not taken, in one sentence. */
final class SmtpFailures {
    private static final int LOGIN_REFUSED = 535;
    private static final int LOGIN_NEEDED = 530;

    private SmtpFailures() {}

    static OutsideException timedOut(String target, SmtpConfig config) {
        return new OutsideException("The mail server " + target + " took longer than "
                + config.timeout().toMillis() + " ms. To wait longer, set " + Setting.SMTP_TIMEOUT + ".");
    }

    static OutsideException of(Throwable cause, String target, List<String> recipients, SmtpConfig config) {
        return cause instanceof OutsideException told
                ? told
                : new OutsideException(sentence(cause, target, recipients, config));
    }

    private static String sentence(Throwable cause, String target, List<String> recipients, SmtpConfig config) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof SMTPException smtp) {
            return refusal(smtp, target, recipients);
        }
        if (cause instanceof UnknownHostException) {
            return "The mail server " + target + " is not known; check " + Setting.SMTP_HOST + ".";
        }
        if (cause instanceof ConnectException) {
            return "The connection to the mail server " + target + " was not accepted; check " + Setting.SMTP_HOST
                    + " and " + Setting.SMTP_PORT + ".";
        }
        if (cause instanceof SSLException) {
            return "TLS with the mail server " + target + " failed: " + why + ". Check " + Setting.SMTP_TLS
                    + " and the certificate of the server.";
        }
        if (why.contains("STARTTLS")) {
            return "The mail server " + target + " does not offer STARTTLS. Set " + Setting.SMTP_TLS
                    + " to tls, or to none where the way to it is safe.";
        }
        if (why.contains("auth") || why.contains("login")) {
            return "The mail server " + target + " offers no way to log in that works here: " + why + ".";
        }
        return "The mail server " + target + " did not take the mail to " + String.join(", ", recipients) + ": " + why
                + "." + (config.tls() == SmtpConfig.Tls.NONE ? "" : " Check " + Setting.SMTP_TLS + ".");
    }

    private static String refusal(SMTPException smtp, String target, List<String> recipients) {
        String reply =
                smtp.getReplyMessage() == null ? "" : smtp.getReplyMessage().strip();
        if (smtp.getReplyCode() == LOGIN_REFUSED) {
            return "The mail server " + target + " refused the login; check " + Setting.SMTP_USERNAME + " and "
                    + Setting.SMTP_PASSWORD + ".";
        }
        if (smtp.getReplyCode() == LOGIN_NEEDED) {
            return "The mail server " + target + " wants a login or TLS first (" + reply + "); set "
                    + Setting.SMTP_USERNAME + ", or check " + Setting.SMTP_TLS + ".";
        }
        return "The mail server " + target + " refused the mail to " + String.join(", ", recipients) + ": " + reply;
    }
}
