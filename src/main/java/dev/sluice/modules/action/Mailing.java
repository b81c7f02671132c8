package dev.sluice.modules.action;

import dev.sluice.module.Mailer;
import dev.sluice.module.Misp;
import dev.sluice.module.Misp.Account;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Sends one mail each to the accounts of some groups and to plain addresses.
 *
 * <p>As in the original the walk goes on whatever became of the mails, but what went wrong is told as errors of the node.
 * It stops only where there was nobody to try: no recipient, no subject (both in the original's words), no mail server, or
 * nothing but groups while MISP cannot be asked who is in them.
 *
 * @param groups names among the recipients that stand for accounts
 */
record Mailing(Mailer mailer, Misp misp, Map<String, Group> groups) {
    static final String ALL_ACCOUNTS = "All accounts";
    static final String ALL_ADMINS = "All admins";

    /** Who of all accounts is meant, given the data. */
    @FunctionalInterface
    interface Group {
        List<Account> of(List<Account> accounts, Map<String, Object> data);
    }

    static List<Account> everybody(List<Account> accounts, Map<String, Object> data) {
        return accounts;
    }

    static List<Account> siteAdmins(List<Account> accounts, Map<String, Object> data) {
        return accounts.stream().filter(Account::siteAdmin).toList();
    }

    Uni<Step> send(Visit visit, Collection<String> chosen, String subject, String text) {
        List<String> recipients =
                chosen.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (recipients.isEmpty()) {
            return Step.stop("No recipient set.");
        }
        if (subject.isBlank()) {
            return Step.stop("The mail template is empty.");
        }
        List<String> missing = mailer.diagnostics();
        if (!missing.isEmpty()) {
            return Step.stop(missing.toArray(String[]::new));
        }
        return addressed(visit, recipients)
                .onItem()
                .transformToUni(to -> to.addresses().isEmpty()
                        ? to.nobody()
                        : new Deliveries(mailer, visit, subject, text, to.errors()).to(to.addresses()));
    }

    private Uni<Addressees> addressed(Visit visit, List<String> recipients) {
        Addressees to = new Addressees(groups, visit.data());
        if (!misp.isConfigured()) {
            return Uni.createFrom().item(to.withoutMisp(recipients, Misp.NOT_CONFIGURED));
        }
        return misp.accounts(visit)
                .onItem()
                .transform(accounts -> to.with(recipients, accounts))
                .onFailure()
                .recoverWithItem(e -> to.withoutMisp(recipients, e.getMessage()));
    }

    /** The mails of one node, sent one after the other until the server itself seems to be the trouble. */
    private static final class Deliveries {
        private final Mailer mailer;
        private final Visit visit;
        private final String subject;
        private final String text;
        private final List<String> errors;
        private String last = "";
        private int untried = -1;

        Deliveries(Mailer mailer, Visit visit, String subject, String text, List<String> errors) {
            this.mailer = mailer;
            this.visit = visit;
            this.subject = subject;
            this.text = text;
            this.errors = new ArrayList<>(errors);
        }

        Uni<Step> to(List<String> addresses) {
            return Multi.createFrom()
                    .iterable(addresses)
                    .onItem()
                    .transformToUniAndConcatenate(this::deliver)
                    .collect()
                    .last()
                    .onItem()
                    .transformToUni(last -> done());
        }

        private Uni<Boolean> deliver(String address) {
            if (untried >= 0) {
                untried++;
                return Uni.createFrom().item(false);
            }
            return mailer.send(visit, new Mailer.Mail(List.of(address), subject, text))
                    .onItem()
                    .transform(sent -> note(""))
                    .onFailure()
                    .recoverWithItem(e -> note(String.valueOf(e.getMessage())));
        }

        /** Twice the same words are about the server: they would name the recipient if they were about that one. */
        private boolean note(String failure) {
            if (!failure.isEmpty() && failure.equals(last)) {
                untried = 0;
            } else if (!failure.isEmpty()) {
                errors.add(failure);
            }
            last = failure;
            return failure.isEmpty();
        }

        private Uni<Step> done() {
            if (untried > 0) {
                errors.add("The other mails (" + untried + ") were not tried.");
            }
            return Step.goOnDespite(errors);
        }
    }
}
