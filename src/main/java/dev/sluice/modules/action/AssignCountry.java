package dev.sluice.modules.action;

import dev.sluice.module.Action;
import dev.sluice.module.Misp;
import dev.sluice.module.Misp.Scope;
import dev.sluice.module.Option;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.module.Visit;
import dev.sluice.modules.BuiltInModule;
import dev.sluice.payload.HashPath;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@BuiltInModule
final class AssignCountry implements Action {
    private static final Param<String> SCOPE =
            Param.select("scope", "Scope", "event", Option.of("event", "Event", "attribute", "Attributes"));
    private static final Param<HashPath> PATH =
            Param.hashPath("hash_path", "Country Hash path").standard("enrichment.{n}.{n}.values.0");
    private static final Param<String> LOCALITY =
            Param.select("locality", "Tag Locality", "local", Option.of("local", "Local", "global", "Global"));
    private static final Param<String> GALAXY =
            Param.select("galaxy_name", "Galaxy Name", null, Option.of("country", "country"));
    private static final Param<String> RELATIONSHIP =
            Param.text("relationship_type", "Relationship Type").shownWhen("action", "add");
    private static final String EACH = "{n}.";

    private final Misp misp;
    private final Tagging tagging;

    AssignCountry(Misp misp) {
        this.misp = misp;
        tagging = new Tagging(misp);
    }

    @Override
    public Spec spec() {
        return Spec.action("assign_country", "Assign country")
                .version("0.2")
                .describedAs(
                        "Attaches the tags of the countries that an enrichment found to the event or to each attribute, on the platform.")
                .icon("globe")
                .coreFormat()
                .filters()
                .asks(SCOPE, PATH, LOCALITY, GALAXY, RELATIONSHIP)
                .build();
    }

    @Override
    public List<String> diagnostics() {
        return misp.diagnostics();
    }

    @Override
    public Uni<Step> act(Visit visit) {
        List<Map<String, Object>> attributes = Items.flattened(Items.data(visit));
        if (attributes.isEmpty()) {
            return Step.stop();
        }
        return misp.clusters(visit, "Country").onItem().transformToUni(countries -> {
            if (visit.get(SCOPE).equals("attribute")) {
                Uni<Boolean> done = Uni.createFrom().item(false);
                for (Map<String, Object> attribute : attributes) {
                    List<String> tags = tags(visit.get(PATH), attribute, countries);
                    List<String> uuids = Tagging.uuids(List.of(attribute));
                    done = done.onItem().transformToUni(it -> attach(visit, Scope.ATTRIBUTE, uuids, tags));
                }
                return step(done);
            }
            // the path starts at an attribute, or at the list of them
            HashPath path = visit.get(PATH);
            HashPath fromList = path.source().startsWith(EACH) ? path : HashPath.parse(EACH + path.source());
            List<String> tags = tags(fromList, attributes, countries);
            return step(tagging.eventUuid(visit, Items.data(visit))
                    .onItem()
                    .transformToUni(it -> attach(visit, Scope.EVENT, it.stream().toList(), tags)));
        });
    }

    private Uni<Boolean> attach(Visit visit, Scope scope, List<String> uuids, List<String> tags) {
        return tags.isEmpty() || uuids.isEmpty()
                ? Uni.createFrom().item(false)
                : tagging.attach(
                        visit, scope, uuids, tags, visit.get(LOCALITY).equals("local"), visit.get(RELATIONSHIP));
    }

    private static Uni<Step> step(Uni<Boolean> done) {
        return done.onItem().transformToUni(it -> it ? Step.goOn() : Step.stop());
    }

    private static List<String> tags(HashPath path, Object data, List<Misp.Cluster> countries) {
        List<String> tags = new ArrayList<>();
        for (Object name : path.values(data)) {
            for (Misp.Cluster country : countries) {
                if (name instanceof String text
                        && text.equalsIgnoreCase(country.value())
                        && !tags.contains(country.tag())) {
                    tags.add(country.tag());
                }
            }
        }
        return tags;
    }
}
