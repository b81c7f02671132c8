package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Outbound;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;

@BuiltInModule
final class Mattermost implements Action {
    private final ChatHook hook;

    Mattermost(Outbound outbound) {
        hook = new ChatHook(
                "Mattermost",
                outbound,
                "https://mattermost.example.org/hooks/…",
                "town-square",
                "**{{ Event.info }}** of {{ Event.Orgc.name }} was published.");
    }

    @Override
    public Spec spec() {
        return Spec.action("mattermost", "Mattermost")
                .leavesData()
                .describedAs(
                        "Posts a message, in Markdown, to Mattermost through an incoming webhook. The server decides"
                                + " whether a webhook may name a channel or a user of its own.")
                .icon("comment-dots")
                .asks(hook.params())
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return hook.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        return hook.act(visit);
    }
}
