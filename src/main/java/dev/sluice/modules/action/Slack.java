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
final class Slack implements Action {
    private final ChatHook hook;

    Slack(Outbound outbound) {
        hook = new ChatHook(
                "Slack",
                outbound,
                "https://hooks.slack.com/services/…",
                "#incidents",
                "*{{ Event.info | e }}* of {{ Event.Orgc.name | e }} was published.");
    }

    @Override
    public Spec spec() {
        return Spec.action("slack", "Slack")
                .leavesData()
                .describedAs("Posts a message to Slack through an incoming webhook. Write {{ … | e }} around values of"
                        + " others: a <!channel> in one of them would call everybody.")
                .icon("slack")
                .iconClass("fab")
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
