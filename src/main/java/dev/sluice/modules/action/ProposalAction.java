package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

@BuiltInModule
final class ProposalAction implements Action {
    private static final HashPath NEW = HashPath.parse("Event.ShadowAttribute.{n}");
    private static final HashPath EDIT = HashPath.parse("Event._AttributeFlattened.{n}.ShadowAttribute.{n}");

    private static final Param<String> ACTION = Param.select(
            "action", "Action", "accept", Option.of("accept", "Accept Proposals", "remove", "Remove Proposals"));
    private static final Param<String> TYPE = Param.select(
            "proposal_type",
            "Proposal Type",
            "all",
            Option.of(
                    "new", "Proposals to create new Attributes",
                    "edit", "Proposals on existing Attributes",
                    "any", "Any type of Proposals"));

    private final Misp misp;

    ProposalAction(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("proposal-action", "Proposal Action")
                .leavesData()
                .version("0.2")
                .describedAs(
                        "Accepts or discards the proposals of the event, then goes on with the event as it is on the platform.")
                .icon("asterisk")
                .coreFormat()
                .filters()
                .asks(ACTION, TYPE)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        Object data = Items.data(visit);
        String type = visit.get(TYPE);
        Set<String> ids = new LinkedHashSet<>();
        if (type.equals("new") || type.equals("any")) {
            ids.addAll(ids(NEW, data));
        }
        if (type.equals("edit") || type.equals("any")) {
            ids.addAll(ids(EDIT, data));
        }
        if (ids.isEmpty()) {
            return Step.goOn();
        }
        boolean removes = visit.get(ACTION).equals("remove");
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String id : ids) {
            done = done.onItem()
                    .transformToUni(it -> removes ? misp.discardProposal(visit, id) : misp.acceptProposal(visit, id));
        }
        return done.onItem().transformToUni(it -> FullEvent.reload(misp, visit));
    }

    private static List<String> ids(HashPath path, Object data) {
        return Items.maps(path.values(data)).stream()
                .map(it -> Items.text(it, "id"))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
