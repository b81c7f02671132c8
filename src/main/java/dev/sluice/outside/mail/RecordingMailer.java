package dev.sluice.outside.mail;

import dev.sluice.module.Mailer;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The mailer modules are given: sends by SMTP, or in a dry run writes down what would have been sent. */
@Singleton
class RecordingMailer implements Mailer {
    private final SmtpMailer smtp;

    @Inject
    RecordingMailer(SmtpMailer smtp) {
        this.smtp = smtp;
    }

    @Override
    public Uni<Void> send(Visit by, Mail mail) {
        if (!by.effects().areRecorded()) {
            return smtp.send(mail);
        }
        return Uni.createFrom().item(() -> {
            var message = smtp.prepare(mail);
            by.effects()
                    .record(
                            "mail.send",
                            "from",
                            message.getFrom(),
                            "to",
                            List.copyOf(message.getTo()),
                            "subject",
                            message.getSubject(),
                            "text",
                            message.getText());
            return null;
        });
    }

    @Override
    public List<String> diagnostics() {
        return smtp.diagnostics();
    }
}
