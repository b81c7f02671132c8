package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Choices;
import dev.sluice.module.Misp;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.LooseComparison;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

@BuiltInModule
final class AddToWarninglist implements Action {
    private static final Param<String> LIST =
            Param.single("warninglist", "Warninglist").from(Choices.OWN_WARNING_LISTS);

    private final Misp misp;

    AddToWarninglist(Misp misp) {
        this.misp = misp;
    }

    @Override
    public Spec spec() {
        return Spec.action("add_to_warninglist", "Add to warninglist")
                .leavesData()
                .version("0.1")
                .describedAs("Adds the values of attributes to a warning list of your own on the platform.")
                .icon("exclamation-triangle")
                .coreFormat()
                .filters()
                .asks(LIST)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        String list = visit.get(LIST);
        if (list.isEmpty()) {
            return Step.stop("No warninglist selected");
        }
        List<String> values = Items.attributes(visit).stream()
                .map(it -> Items.text(it, "value"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        return misp.warningLists(visit)
                .onItem()
                .transformToUni(lists -> {
                    if (lists.stream().noneMatch(it -> Items.text(it, "id").equals(list) && isOwn(it))) {
                        throw new IllegalStateException("The warning list " + list
                                + " is not there, not enabled, or one that comes with MISP. Choose one of your own.");
                    }
                    return misp.addToWarningList(visit, list, values);
                })
                .onItem()
                .transformToUni(done -> Step.goOn());
    }

    private static boolean isOwn(Map<String, Object> list) {
        return LooseComparison.truthy(list.get("enabled")) && !LooseComparison.truthy(list.get("default"));
    }
}
