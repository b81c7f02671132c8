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
import dev.sluice.payload.PayloadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@BuiltInModule
final class DistributionIf implements Logic {
    private static final long INHERIT = 5;
    private static final long SHARING_GROUP = 4;
    private static final long ALL = 3;

    private static final HashPath EVENT = HashPath.parse("Event");
    private static final HashPath FIRST_ATTRIBUTE = HashPath.parse("Event.Attribute.0");

    private static final Param<String> SCOPE = Param.select(
            "scope",
            "Scope",
            "attribute",
            Option.of("attribute", "Final distribution of the Attribute", "event", "Distribution of the Event"));
    private static final Param<String> CONDITION = Param.select(
            "condition",
            "Condition",
            "equals",
            Option.of(
                    "equals", "Is",
                    "not_equals", "Is not",
                    "more_restrictive_or_equal_than", "More restrictive or equal than",
                    "more_permisive_or_equal_than", "More permisive or equal than"));
    private static final Param<String> DISTRIBUTION = Param.select(
            "distribution",
            "Distribution",
            "0",
            List.of(
                    new Option(0L, "Organisation"),
                    new Option(1L, "Community"),
                    new Option(2L, "Connected"),
                    new Option(3L, "All"),
                    new Option(4L, "Sharing Group")));
    private static final Param<List<String>> SHARING_GROUPS = Param.picker("sharing_group_id", "Sharing Groups")
            .standard(List.of())
            .shownWhen("distribution", "4")
            .from(Choices.SHARING_GROUPS);

    @Override
    public Spec spec() {
        return Spec.logic("distribution-if", "IF :: Distribution")
                .version("0.3")
                .describedAs("Compares how far the event, or its first attribute once its object and event have had"
                        + " their say, may travel. `then` if the condition holds, `else` if not.")
                .icon("code-branch")
                .leadsTo("then", "else")
                .coreFormat()
                .look("if")
                .asks(SCOPE, CONDITION, DISTRIBUTION, SHARING_GROUPS)
                .build();
    }

    @Override
    public Way choose(Visit visit) {
        List<Map<?, ?>> levels = levels(visit);
        long distribution = levels.stream()
                .mapToLong(it -> Numbers.toLong(it.get("distribution")))
                .reduce(INHERIT, DistributionIf::combine);
        if (distribution < 0 || distribution > SHARING_GROUP) {
            return Way.otherwise("Distribution level not supported");
        }
        long chosen = Numbers.toLong(visit.get(DISTRIBUTION));
        String condition = visit.get(CONDITION);
        if (chosen == SHARING_GROUP) {
            return ofSharingGroups(condition, groups(levels), visit.get(SHARING_GROUPS));
        }
        return Way.when(
                switch (condition) {
                    case "equals" -> distribution == chosen;
                    case "not_equals" -> distribution != chosen;
                    case "more_restrictive_or_equal_than" -> distribution <= chosen;
                    case "more_permisive_or_equal_than" -> distribution >= chosen && distribution <= ALL;
                    default -> false;
                });
    }

    /** The attribute, its object and the event, as far as they count; without an attribute the event alone does. */
    private static List<Map<?, ?>> levels(Visit visit) {
        if (!(EVENT.get(visit.data(), null) instanceof Map<?, ?> event)) {
            throw new PayloadException("The data has no `Event` to look at.");
        }
        List<Map<?, ?>> levels = new ArrayList<>(3);
        if (!visit.get(SCOPE).equals("event")
                && FIRST_ATTRIBUTE.get(visit.data(), null) instanceof Map<?, ?> attribute) {
            levels.add(attribute);
            if (attribute.get("Object") instanceof Map<?, ?> object && !object.isEmpty()) {
                levels.add(object);
            }
        }
        levels.add(event);
        return levels;
    }

    /** The stricter of two levels; a sharing group is stricter than all but "your organisation only". */
    private static long combine(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == SHARING_GROUP || b == SHARING_GROUP ? SHARING_GROUP : Math.min(a, b);
    }

    private static List<Long> groups(List<Map<?, ?>> levels) {
        return levels.stream()
                .filter(it -> Numbers.toLong(it.get("distribution")) == SHARING_GROUP)
                .map(it -> Numbers.toLong(it.get("sharing_group_id")))
                .toList();
    }

    private static Way ofSharingGroups(String condition, List<Long> groups, List<String> chosen) {
        List<Long> selection = chosen.stream().map(Numbers::toLong).toList();
        return switch (condition) {
            case "equals" -> Way.when(selection.isEmpty() ? !groups.isEmpty() : selection.containsAll(groups));
            case "not_equals" ->
                Way.when(
                        selection.isEmpty() ? groups.isEmpty() : groups.stream().noneMatch(selection::contains));
            default -> Way.otherwise("Condition operator not supported for that distribution level");
        };
    }
}
