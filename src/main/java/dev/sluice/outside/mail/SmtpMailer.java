package dev.sluice.outside.mail;

import dev.sluice.module.Mailer.Mail;
import dev.sluice.outside.CallerThread;
import dev.sluice.outside.OutsideException;
import dev.sluice.outside.Setting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Hands mail to a mail server by SMTP, over a few connections that are kept for a while. Never blocks. */
@Singleton
class SmtpMailer {
    private static final int CONNECTIONS = 4;
    private static final int KEPT_SECONDS = 30;

    /** All that take a password; without this the client would offer it as an OAuth token first. */
    private static final String LOGINS = "DIGEST-MD5 CRAM-SHA256 CRAM-SHA1 CRAM-MD5 PLAIN LOGIN";

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");

    /** What can stand in an envelope: no blanks, brackets or control characters that would begin another command. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@]+@[^\\s\\p{Cntrl}<>,;\"()\\\\@]+");

    private static final Pattern NAMED = Pattern.compile("[^<>\\p{Cntrl}]*<([^<>]*)>");

    private final SmtpConfig config;
    private final String target;
    private final MailClient client;

    @Inject
    SmtpMailer(Vertx vertx, SmtpConfig config) {
        this.config = config;
        String host = config.host().map(String::strip).orElse("");
        int port = config.port().orElse(config.tls().port());
        target = host + ":" + port;
        client = host.isEmpty() ? null : MailClient.create(vertx, options(host, port, config));
    }

    private static MailConfig options(String host, int port, SmtpConfig config) {
        int millis = Math.toIntExact(config.timeout().toMillis());
        MailConfig options = new MailConfig()
                .setHostname(host)
                .setPort(port)
                .setSsl(config.tls() == SmtpConfig.Tls.TLS)
                .setStarttls(
                        config.tls() == SmtpConfig.Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setLogin(config.username().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setOwnHostname(ownName())
                .setAuthMethods(LOGINS)
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS)
                .setConnectTimeout(millis)
                .setIdleTimeout(millis)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        config.username().ifPresent(options::setUsername);
        config.password().ifPresent(options::setPassword);
        return options;
    }

    /** Asked here, because the client would ask on an event loop, and a name service may take its time. */
    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** What keeps any mail from being sent, a sentence each. */
    List<String> diagnostics() {
        List<String> missing = new ArrayList<>();
        if (client == null) {
            missing.add("No mail server is configured. Set " + Setting.SMTP_HOST + ".");
        }
        String from = config.from().orElse("").strip();
        if (from.isEmpty()) {
            missing.add("Mail has no sender. Set " + Setting.SMTP_FROM + " to an address.");
        } else if (!isAddress(from)) {
            missing.add("The sender of mail is no address. Set " + Setting.SMTP_FROM
                    + " to one like sluice@example.org or Sluice <sluice@example.org>.");
        }
        if (config.username().isPresent() && config.password().isEmpty()) {
            missing.add("The mail server is given a user without a password. Set " + Setting.SMTP_PASSWORD + ".");
        }
        return missing;
    }

    /** The mail as it would go out; throws with a sentence for the user where it cannot. */
    MailMessage prepare(Mail mail) {
        List<String> missing = diagnostics();
        if (!missing.isEmpty()) {
            throw new OutsideException(String.join(" ", missing));
        }
        for (String recipient : mail.recipients()) {
            if (!ADDRESS.matcher(recipient).matches()) {
                throw new OutsideException("\"" + LINE_BREAKS.matcher(recipient).replaceAll(" ")
                        + "\" is no mail address; it should look like name@example.org.");
            }
        }
        return new MailMessage()
                .setFrom(config.from().orElseThrow().strip())
                .setTo(mail.recipients())
                .setSubject(LINE_BREAKS.matcher(mail.subject().strip()).replaceAll(" "))
                .setText(mail.text());
    }

    /** Sends a mail once the answer is subscribed to; completes when the server has taken it. */
    Uni<Void> send(Mail mail) {
        return Uni.createFrom()
                .<Void>emitter(sent -> client.sendMail(prepare(mail))
                        .onSuccess(done -> sent.complete(null))
                        .onFailure(cause -> sent.fail(SmtpFailures.of(cause, target, mail.recipients(), config))))
                .ifNoItem()
                .after(config.timeout())
                .failWith(() -> SmtpFailures.timedOut(target, config))
                .emitOn(CallerThread.here());
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }

    private static boolean isAddress(String text) {
        var named = NAMED.matcher(text);
        return ADDRESS.matcher(named.matches() ? named.group(1).strip() : text).matches();
    }
}
