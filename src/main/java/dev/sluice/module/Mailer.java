package dev.sluice.module;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The port through which modules send mail, always from the one sender that is configured. A dry run sends nothing. */
public interface Mailer {
    /**
     * One mail of plain text.
     *
     * @param recipients addresses, at least one; all of them can be read by each
     * @param subject line breaks become blanks
     * @param text the body, may be empty
     */
    record Mail(List<String> recipients, String subject, String text) {}

    /**
     * Sends a mail without blocking.
     *
     * @return completes once the mail server has taken the mail; a failure's message is a sentence for the user. In a dry
     *     run too where the mail could not be sent: nothing is configured, an address is none
     */
    Uni<Void> send(Visit by, Mail mail);

    /** What keeps any mail from being sent, a sentence each that names the setting; empty where nothing does. */
    List<String> diagnostics();
}
