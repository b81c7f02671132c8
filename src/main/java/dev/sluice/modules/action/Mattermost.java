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
final class Mattermost implements Action {
    private static final Param<String> URL = Param.text("url", "Mattermost webhook URL")
            .placeholder("https://mattermost.example.org/hooks/…")
            .required();
    private static final Param<String> CHANNEL =
            Param.text("channel", "Channel (leave empty for the webhook's own)").placeholder("town-square");
    private static final Param<String> USERNAME =
            Param.text("username", "User name (leave empty for the webhook's own)");
    private static final Param<String> MESSAGE = Param.textArea("message_template", "Message template")
            .placeholder("**{{ Event.info }}** of {{ Event.Orgc.name }} was published.")
            .template()
            .required();

    private final Outbound outbound;

    Mattermost(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Spec spec() {
        return Spec.action("mattermost", "Mattermost")
                .leavesData()
                .describedAs(
                        "Posts a message, in Markdown, to Mattermost through an incoming webhook. The server decides"
                                + " whether a webhook may name a channel or a user of its own.")
                .icon("comment-dots")
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
                        "Mattermost",
                        visit.get(URL).strip(),
                        visit.get(MESSAGE),
                        visit.get(CHANNEL).strip(),
                        visit.get(USERNAME).strip())
                .post(visit, outbound);
    }
}
