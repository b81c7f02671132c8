package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.Shapes.isTrue;
import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.maps;
import static dev.sluice.outside.misp.Shapes.text;

import dev.sluice.module.Choices;
import dev.sluice.module.Lookup;
import dev.sluice.module.Option;
import dev.sluice.payload.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The choices of pickers, of which MISP may have 20,000: fetched as a whole, kept, and searched here, so that typing in a
 * field costs MISP nothing. Tags that are not there yet are searched by MISP.
 */
@Singleton
class MispChoices implements Lookup {
    private static final String GALAXY = "misp-galaxy:";
    private static final Comparator<Option> BY_LABEL =
            Comparator.comparing(it -> it.label().toLowerCase(Locale.ROOT));

    private final MispConnection misp;
    private final MispReader reader;
    private final Map<Choices, KeptList> kept = new EnumMap<>(Choices.class);

    @Inject
    MispChoices(MispConnection misp, MispReader reader, MispConfig config, Clock clock) {
        this.misp = misp;
        this.reader = reader;
        for (Choices choices : Choices.values()) {
            kept.put(choices, new KeptList(() -> fetch(choices), config.choicesKept(), clock));
        }
    }

    @Override
    public boolean offers(Choices choices) {
        return choices != Choices.ENRICHMENT_MODULES;
    }

    @Override
    public Uni<Found> find(Choices choices, String text, long skipped, int size) {
        return fitting(choices, text.toLowerCase(Locale.ROOT))
                .onItem()
                .transform(all -> Found.part(all, skipped, size));
    }

    private Uni<List<Option>> fitting(Choices choices, String text) {
        KeptList list = kept.get(choices);
        boolean tags = choices == Choices.TAGS || choices == Choices.GALAXY_TAGS;
        if (!tags || text.isBlank() || list.isThere()) {
            return list.find(text);
        }
        return searched(choices, text)
                .onFailure()
                .recoverWithItem(List.of())
                .onItem()
                .transformToUni(some ->
                        some.isEmpty() ? list.find(text) : Uni.createFrom().item(some));
    }

    /** A first answer, for which nobody has to wait until 20,000 tags are there. */
    private Uni<List<Option>> searched(Choices choices, String text) {
        Fields query = Fields.of("tagname", "%" + Like.escaped(text) + "%", "strict_tagname", true);
        return misp.search(0, "/tags/search", query)
                .onItem()
                .transform(answer -> tags(choices, Shapes.response(answer)).stream()
                        .filter(it -> it.holds(text))
                        .toList());
    }

    private Uni<List<Option>> fetch(Choices choices) {
        return switch (choices) {
            case TAGS, GALAXY_TAGS ->
                misp.read(0, "/tags/index.json").onItem().transform(answer -> tags(choices, answer));
            case WARNING_LISTS -> warningLists(it -> true);
            case OWN_WARNING_LISTS -> warningLists(it -> !isTrue(it.get("default")));
            case WARNING_LIST_NAMES ->
                warningLists(it -> true).onItem().transform(lists -> Stream.concat(
                                Stream.of(new Option("ALL", "ALL")),
                                lists.stream().map(it -> new Option(it.label(), it.label())))
                        .toList());
            case ORGANISATIONS -> named("/organisations/index/scope:all.json", "Organisation", null, it -> true);
            case SHARING_GROUPS -> named("/sharing_groups/index.json", "SharingGroup", "response", it -> true);
            case DECAYING_MODELS ->
                named("/decayingModel/index.json", "DecayingModel", null, it -> isTrue(it.get("enabled")));
            case ACCOUNTS ->
                reader.accounts(0).onItem().transform(accounts -> accounts.stream()
                        .map(it -> new Option(it.email(), it.email()))
                        .sorted(BY_LABEL)
                        .toList());
            case ENRICHMENT_MODULES -> Uni.createFrom().item(List.of());
        };
    }

    private static List<Option> tags(Choices choices, Object answer) {
        Object tags = map(answer).get("Tag");
        boolean galaxy = choices == Choices.GALAXY_TAGS;
        return maps(tags == null ? answer : tags, "Tag").stream()
                .filter(it -> galaxy == isOfGalaxy(it))
                .map(it -> galaxy ? text(it, "name").substring(GALAXY.length()) : text(it, "name"))
                .map(it -> new Option(it, it))
                .sorted(BY_LABEL)
                .toList();
    }

    private static boolean isOfGalaxy(Map<String, Object> tag) {
        return text(tag, "name").startsWith(GALAXY);
    }

    private Uni<List<Option>> warningLists(Predicate<Map<String, Object>> wanted) {
        return reader.warningLists(0).onItem().transform(lists -> lists.stream()
                .filter(it -> isTrue(it.get("enabled")) && wanted.test(it))
                .map(it -> new Option(text(it, "id"), text(it, "name")))
                .sorted(BY_LABEL)
                .toList());
    }

    private Uni<List<Option>> named(
            String path, String envelope, String around, Predicate<Map<String, Object>> wanted) {
        return misp.read(0, path).onItem().transform(answer -> {
            Object within = around == null ? null : map(answer).get(around);
            return maps(within == null ? answer : within, envelope).stream()
                    .filter(wanted)
                    .map(it -> new Option(text(it, "id"), text(it, "name")))
                    .sorted(BY_LABEL)
                    .toList();
        });
    }
}
