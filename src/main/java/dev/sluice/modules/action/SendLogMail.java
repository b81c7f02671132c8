package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Mailer;
import dev.sluice.module.Misp;
import dev.sluice.module.Misp.Account;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** What it answers is said in {@link Mailing}. */
@BuiltInModule
final class SendLogMail implements Action {
    private static final String ORG_ADMINS = "Org admins";
    private static final Param<List<String>> RECIPIENTS = Param.picker("recipients", "Recipients")
            .standard(List.of(Mailing.ALL_ADMINS))
            .options(Option.of(
                    Mailing.ALL_ACCOUNTS,
                    Mailing.ALL_ACCOUNTS,
                    Mailing.ALL_ADMINS,
                    Mailing.ALL_ADMINS,
                    ORG_ADMINS,
                    ORG_ADMINS))
            .from(Choices.ACCOUNTS);
    private static final Param<String> SUBJECT = Param.textArea("mail_template_subject", "Mail template subject")
            .placeholder("{{ Log.action }} by {{ Log.email }}")
            .template()
            .required();
    private static final Param<String> BODY = Param.textArea("mail_template_body", "Mail template body")
            .placeholder("{{ Log.title }}")
            .template();
    private static final Map<String, Mailing.Group> GROUPS = Map.of(
            Mailing.ALL_ACCOUNTS,
            Mailing::everybody,
            Mailing.ALL_ADMINS,
            Mailing::siteAdmins,
            ORG_ADMINS,
            SendLogMail::orgAdmins);
    private static final HashPath USER = HashPath.parse("Log.user_id");

    private final Mailer mailer;
    private final Misp misp;

    SendLogMail(Mailer mailer, Misp misp) {
        this.mailer = mailer;
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("send-log-mail", "Send Log Mail")
                .leavesData()
                .version("0.1")
                .describedAs("Sends a mail about a log entry to each of the recipients: accounts of MISP, the admins of"
                        + " the organisation of the user the entry is about, or any other address.")
                .icon("envelope")
                .asks(RECIPIENTS, SUBJECT, BODY)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return mailer.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return new Mailing(mailer, misp, GROUPS)
                .send(visit, visit.get(RECIPIENTS), visit.get(SUBJECT), visit.get(BODY));
    }

    /** Who may administer the organisation of the user whom the log entry is about. */
    private static List<Account> orgAdmins(List<Account> accounts, Map<String, Object> data) {
        String user = USER.get(data, "").toString();
        return accounts.stream()
                .filter(it -> it.id().equals(user))
                .findFirst()
                .map(about -> accounts.stream()
                        .filter(it -> it.orgAdmin() && it.orgId().equals(about.orgId()))
                        .toList())
                .orElse(List.of());
    }
}
