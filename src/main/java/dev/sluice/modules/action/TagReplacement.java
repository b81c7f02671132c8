package dev.sluice.modules.action;

import dev.sluice.module.Misp;
import dev.sluice.module.Misp.Scope;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the modules do that put a tag in the place of others that mean the same. */
final class TagReplacement {
    private static final Param<String> SCOPE = Param.select(
            "scope", "Scope", "event", Option.of("event", "Event", "attribute", "Attributes", "all", "All"));
    private static final Param<String> REMOVE =
            Param.select("remove_substituted", "Removed substituted tag", "1", Option.of("no", "No", "yes", "Yes"));
    private static final Param<String> LOCALITY =
            Param.select("locality", "Tag Locality", "local", Option.of("local", "Local", "global", "Global"));
    private static final Param<String> RELATIONSHIP =
            Param.text("relationship_type", "Relationship Type").shownWhen("action", "add");

    private final Tagging tagging;
    private final Function<String, Optional<String>> substitute;

    /** {@code substitute} gives the proper name of a tag that has one, which may be its own. */
    TagReplacement(Misp misp, Function<String, Optional<String>> substitute) {
        tagging = new Tagging(misp);
        this.substitute = substitute;
    }

    static Spec spec(String id, String name, String description) {
        return Spec.action(id, name)
                .describedAs(description)
                .icon("tags")
                .coreFormat()
                .filters()
                .asks(SCOPE, REMOVE, LOCALITY, RELATIONSHIP)
                .build();
    }

    Uni<Step> act(Visit visit) {
        Object data = Items.data(visit);
        String scope = visit.get(SCOPE);
        Uni<Boolean> done = scope.equals("attribute")
                ? Uni.createFrom().item(true)
                : tagging.eventUuid(visit, data)
                        .onItem()
                        .transformToUni(uuid -> uuid.isEmpty()
                                ? Uni.createFrom().item(true)
                                : replace(visit, Scope.EVENT, uuid.get(), Items.event(data)));
        if (!scope.equals("event")) {
            for (Map<String, Object> attribute : Items.flattened(data)) {
                String uuid = Items.text(attribute, "uuid");
                done = done.onItem().transformToUni(ignored -> replace(visit, Scope.ATTRIBUTE, uuid, attribute));
            }
        }
        return done.onItem().transformToUni(it -> it ? Step.goOn() : Step.stop());
    }

    private Uni<Boolean> replace(Visit visit, Scope scope, String uuid, Map<String, Object> thing) {
        Set<String> added = new LinkedHashSet<>();
        List<String> replaced = new ArrayList<>();
        for (Map<String, Object> tag : Items.maps(thing.get("Tag"))) {
            String name = Items.text(tag, "name");
            substitute.apply(name).ifPresent(proper -> {
                added.add(proper);
                if (!proper.equals(name)) {
                    replaced.add(name);
                }
            });
        }
        if (added.isEmpty()) {
            return Uni.createFrom().item(true);
        }
        // attached again, or made by attaching it in other letters: the platform does not tell letter case apart
        replaced.removeIf(old -> added.stream().anyMatch(old::equalsIgnoreCase));
        boolean local = visit.get(LOCALITY).equals("local");
        Uni<Boolean> attached =
                tagging.attach(visit, scope, List.of(uuid), List.copyOf(added), local, visit.get(RELATIONSHIP));
        return !visit.get(REMOVE).equals("yes") || replaced.isEmpty()
                ? attached
                : attached.onItem().transformToUni(ok -> tagging.detach(visit, scope, List.of(uuid), replaced, "any")
                        .replaceWith(ok));
    }
}
