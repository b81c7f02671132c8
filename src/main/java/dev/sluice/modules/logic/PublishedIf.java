package dev.sluice.modules.logic;

import dev.sluice.module.Logic;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.LooseComparison;

@BuiltInModule
final class PublishedIf implements Logic {
    private static final HashPath PUBLISHED = HashPath.parse("Event.published");
    private static final Param<String> CONDITION = Param.select(
            "condition",
            "Condition",
            "equals",
            Option.of("equals", "Event is published", "not_equals", "Event is not published"));

    @Override
    public Spec spec() {
        return Spec.logic("published-if", "IF :: Published")
                .describedAs("`then` if the event is published, or is not, as chosen; `else` otherwise.")
                .icon("code-branch")
                .leadsTo("then", "else")
                .coreFormat()
                .look("if")
                .asks(CONDITION)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        boolean published = LooseComparison.truthy(PUBLISHED.get(visit.data(), null));
        return Way.when(
                switch (visit.get(CONDITION)) {
                    case "equals" -> published;
                    case "not_equals" -> !published;
                    default -> false;
                });
    }
}
