package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Outbound;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;

@BuiltInModule
final class Slack implements Action {
    private static final Param<String> URL = Param.text("url", "Slack webhook URL")
            .placeholder("https://hooks.slack.com/services/…")
            .required();
    private static final Param<String> CHANNEL =
            Param.text("channel", "Channel (leave empty for the webhook's own)").placeholder("#incidents");
    private static final Param<String> USERNAME =
            Param.text("username", "User name (leave empty for the webhook's own)");
    private static final Param<String> MESSAGE = Param.textArea("message_template", "Message template")
            .placeholder("*{{ Event.info | e }}* of {{ Event.Orgc.name | e }} was published.")
            .template()
            .required();

    private final Outbound outbound;

    Slack(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Spec spec() {
        return Spec.action("slack", "Slack")
                .leavesData()
                .describedAs("Posts a message to Slack through an incoming webhook. Write {{ … | e }} around values of"
                        + " others: a <!channel> in one of them would call everybody.")
                .icon("slack")
                .iconClass("fab")
                .asks(URL, CHANNEL, USERNAME, MESSAGE)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return ArbitraryUrls.diagnostics(outbound);
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return new ChatHook(
                        "Slack",
                        visit.get(URL).strip(),
                        visit.get(MESSAGE),
                        visit.get(CHANNEL).strip(),
                        visit.get(USERNAME).strip())
                .post(visit, outbound);
    }
}
