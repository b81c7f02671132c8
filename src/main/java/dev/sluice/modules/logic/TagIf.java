package dev.sluice.modules.logic;

import dev.sluice.module.Choices;
import dev.sluice.module.Logic;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.module.Way;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import dev.sluice.payload.LooseComparison;
import java.util.ArrayList;
import java.util.List;

@BuiltInModule
final class TagIf implements Logic {
    private static final HashPath OF_EVENT = HashPath.parse("Event.Tag.{n}.name");
    private static final HashPath OF_ATTRIBUTES = HashPath.parse("Event._AttributeFlattened.{n}.Tag.{n}.name");
    private static final HashPath INHERITED = HashPath.parse("Event._AttributeFlattened.{n}._allTags.{n}.name");
    private static final String GALAXY = "misp-galaxy:";

    private static final Param<String> SCOPE = Param.select(
            "scope",
            "Scope",
            "event",
            Option.of("event", "Event", "attribute", "Attribute", "event_attribute", "Inherited Attribute"));
    private static final Param<String> CONDITION = Param.select(
            "condition",
            "Condition",
            "in_or",
            Option.of(
                    "in_or", "Is tagged with any (OR)",
                    "in_and", "Is tagged with all (AND)",
                    "not_in_or", "Is not tagged with any (OR)",
                    "not_in_and", "Is not tagged with all (AND)"));
    private static final Param<List<String>> TAGS = Param.picker("tags", "Tags").from(Choices.TAGS);
    private static final Param<List<String>> CLUSTERS =
            Param.picker("clusters", "Galaxy Clusters").from(Choices.GALAXY_TAGS);

    @Override
    public Spec spec() {
        return Spec.logic("tag-if", "IF :: Tag")
                .version("0.4")
                .describedAs("Looks at the tags of the event, of its attributes, or of its attributes with those they"
                        + " inherit; one attribute is enough. `then` if the condition holds, `else` if not.")
                .icon("code-branch")
                .leadsTo("then", "else")
                .coreFormat()
                .look("if")
                .asks(SCOPE, CONDITION, TAGS, CLUSTERS)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        List<String> wanted = new ArrayList<>(visit.get(TAGS));
        visit.get(CLUSTERS).forEach(cluster -> wanted.add(GALAXY + cluster));
        HashPath names =
                switch (visit.get(SCOPE)) {
                    case "attribute" -> OF_ATTRIBUTES;
                    case "event_attribute" -> INHERITED;
                    default -> OF_EVENT;
                };
        return Way.when(
                switch (visit.get(CONDITION)) {
                    case "in_or" -> hasAny(visit, names, wanted);
                    case "not_in_or" -> !hasAny(visit, names, wanted);
                    case "in_and" -> hasAll(visit, names, wanted);
                    case "not_in_and" -> !hasAll(visit, names, wanted);
                    default -> false;
                });
    }

    private static boolean hasAny(Visit visit, HashPath names, List<String> wanted) {
        return names.anyMatch(visit.data(), name -> isOneOf(name, wanted));
    }

    /** Asked of every tag of every attribute: a stream would cost more than the comparing. */
    private static boolean isOneOf(Object name, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (LooseComparison.equal(name, wanted.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAll(Visit visit, HashPath names, List<String> wanted) {
        List<String> missing = new ArrayList<>(wanted);
        if (!missing.isEmpty()) {
            names.anyMatch(visit.data(), name -> {
                missing.removeIf(it -> LooseComparison.equal(name, it));
                return missing.isEmpty();
            });
        }
        return missing.isEmpty();
    }
}
