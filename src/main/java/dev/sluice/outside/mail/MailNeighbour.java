package dev.sluice.outside.mail;

import dev.sluice.module.Neighbour;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail server: looked at by a connection that is closed at once. */
@Singleton
class MailNeighbour implements Neighbour {
    private static final int PATIENCE_MILLIS = 3_000;

    private final SmtpMailer mailer;
    private final SmtpConfig config;
    private final NetClient client;

    @Inject
    MailNeighbour(SmtpMailer mailer, SmtpConfig config, Vertx vertx) {
        this.mailer = mailer;
        this.config = config;
        client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    @Override
    public String name() {
        return "Mail";
    }

    @Override
    public Uni<Condition> look() {
        String host = config.host().map(String::strip).orElse("");
        if (host.isEmpty()) {
            return Uni.createFrom().item(Condition.off("Set SLUICE_SMTP_HOST and SLUICE_SMTP_FROM to send mail."));
        }
        List<String> missing = mailer.diagnostics();
        if (!missing.isEmpty()) {
            return Uni.createFrom().item(Condition.down(String.join(" ", missing)));
        }
        int port = config.port().orElse(config.tls().port());
        return Uni.createFrom().emitter(looked -> client.connect(port, host)
                .onSuccess(socket -> {
                    socket.close();
                    looked.complete(Condition.up("A mail server listens at " + host + ":" + port + "."));
                })
                .onFailure(e -> looked.complete(Condition.down("Nothing listens at " + host + ":" + port + " ("
                        + e.getMessage() + "). Look at SLUICE_SMTP_HOST and SLUICE_SMTP_PORT."))));
    }
}
