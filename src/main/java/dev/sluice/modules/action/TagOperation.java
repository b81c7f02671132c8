package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Misp;
import dev.sluice.module.Misp.Scope;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import io.smallrye.mutiny.Uni;
import java.util.List;

@BuiltInModule
final class TagOperation implements Action {
    private static final Param<String> SCOPE =
            Param.select("scope", "Scope", "event", Option.of("event", "Event", "attribute", "Attributes"));
    private static final Param<String> ACTION =
            Param.select("action", "Action", "add", Option.of("add", "Add Tags", "remove", "Remove Tags"));
    private static final Param<String> LOCALITY = Param.select(
            "locality", "Tag Locality", "local", Option.of("local", "Local", "global", "Global", "any", "Any"));
    private static final Param<List<String>> TAGS = Param.picker("tags", "Tags").from(Choices.TAGS);
    private static final Param<String> RELATIONSHIP =
            Param.text("relationship_type", "Relationship Type").shownWhen("action", "add");

    private final Misp misp;
    private final Tagging tagging;

    TagOperation(Misp misp) {
        this.misp = misp;
        tagging = new Tagging(misp);
    }

    @Override
    public Spec spec() {
        return Spec.action("tag_operation", "Tag operation")
                .version("0.2")
                .describedAs("Attaches tags to the event or its attributes on the platform, or takes them off. The data"
                        + " of the workflow stays as it is.")
                .icon("tags")
                .coreFormat()
                .filters()
                .asks(SCOPE, ACTION, LOCALITY, TAGS, RELATIONSHIP)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        String scope = visit.get(SCOPE);
        if (scope.equals("attribute")) {
            return operate(visit, Scope.ATTRIBUTE, Tagging.uuids(Items.attributes(visit)));
        }
        if (!scope.equals("event")) {
            // MISP looks for an attribute with the id of the whole data
            throw Tagging.notFound();
        }
        return tagging.eventUuid(visit, Items.data(visit))
                .onItem()
                .transformToUni(
                        event -> operate(visit, Scope.EVENT, event.stream().toList()));
    }

    private Uni<Step> operate(Visit visit, Scope scope, List<String> uuids) {
        List<String> tags = visit.get(TAGS);
        String locality = visit.get(LOCALITY);
        Uni<Boolean> done = visit.get(ACTION).equals("remove")
                ? tagging.detach(visit, scope, uuids, tags, locality)
                : tagging.attach(visit, scope, uuids, tags, locality.equals("local"), visit.get(RELATIONSHIP));
        return done.onItem().transformToUni(any -> any ? Step.goOn() : Step.stop());
    }
}
