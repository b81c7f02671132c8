package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Mailer;
import dev.sluice.module.Misp;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** What it answers is said in {@link Mailing}. */
@BuiltInModule
final class SendMail implements Action {
    private static final Param<List<String>> RECIPIENTS = Param.picker("recipients", "Recipients")
            .standard(List.of(Mailing.ALL_ADMINS))
            .options(Option.of(
                    Mailing.ALL_ACCOUNTS, Mailing.ALL_ACCOUNTS,
                    Mailing.ALL_ADMINS, Mailing.ALL_ADMINS))
            .from(Choices.ACCOUNTS);
    private static final Param<String> SUBJECT = Param.textArea("mail_template_subject", "Mail template subject")
            .placeholder("Event {{ Event.id }}: {{ Event.info }}")
            .template()
            .required();
    private static final Param<String> BODY = Param.textArea("mail_template_body", "Mail template body")
            .placeholder("{% for a in Event._AttributeFlattened %}{{ a.type }} {{ a.value }}\n{% endfor %}")
            .template();
    private static final Map<String, Mailing.Group> GROUPS =
            Map.of(Mailing.ALL_ACCOUNTS, Mailing::everybody, Mailing.ALL_ADMINS, Mailing::siteAdmins);

    private final Mailer mailer;
    private final Misp misp;

    SendMail(Mailer mailer, Misp misp) {
        this.mailer = mailer;
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("send-mail", "Send Mail")
                .leavesData()
                .version("0.1")
                .describedAs("Sends a mail to each of the recipients: accounts of MISP, or any other address.")
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
}
