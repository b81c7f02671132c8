package dev.sluice.outside.misp;

import static dev.sluice.outside.misp.Shapes.isTrue;
import static dev.sluice.outside.misp.Shapes.map;
import static dev.sluice.outside.misp.Shapes.maps;
import static dev.sluice.outside.misp.Shapes.text;

import dev.sluice.module.Choices;
import dev.sluice.module.Lookup;
import dev.sluice.module.Option;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The choices of pickers, of which MISP may have 20,000: fetched as a whole, kept for a while, and searched here, so that
 * typing in a field costs MISP nothing.
 */
@Singleton
class MispChoices implements Lookup {
    private static final String GALAXY = "misp-galaxy:";
    private static final Comparator<Option> BY_LABEL =
            Comparator.comparing(it -> it.label().toLowerCase(Locale.ROOT));

    private record Kept(Instant until, Uni<List<Option>> options) {}

    private final MispConnection misp;
    private final MispReader reader;
    private final MispConfig config;
    private final Clock clock;
    private final Map<Choices, Kept> kept = new EnumMap<>(Choices.class);

    @Inject
    MispChoices(MispConnection misp, MispReader reader, MispConfig config, Clock clock) {
        this.misp = misp;
        this.reader = reader;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public boolean offers(Choices choices) {
        return choices != Choices.ENRICHMENT_MODULES;
    }

    @Override
    public Uni<Found> find(Choices choices, String text, long skipped, int size) {
        String sought = text.toLowerCase(Locale.ROOT);
        return all(choices).onItem().transform(options -> {
            List<Option> fitting =
                    options.stream().filter(it -> fits(it, sought)).toList();
            return new Found(fitting.stream().skip(skipped).limit(size).toList(), fitting.size());
        });
    }

    private static boolean fits(Option option, String sought) {
        return option.label().toLowerCase(Locale.ROOT).contains(sought)
                || option.value().toString().toLowerCase(Locale.ROOT).contains(sought);
    }

    /** One call to MISP however many ask at once; a failure is not kept. */
    private synchronized Uni<List<Option>> all(Choices choices) {
        Kept known = kept.get(choices);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.options();
        }
        Uni<List<Option>> fetched = fetch(choices)
                .onFailure()
                .invoke(() -> forget(choices))
                .memoize()
                .indefinitely();
        kept.put(choices, new Kept(clock.instant().plus(config.choicesKept()), fetched));
        return fetched;
    }

    private synchronized void forget(Choices choices) {
        kept.remove(choices);
    }

    private Uni<List<Option>> fetch(Choices choices) {
        return switch (choices) {
            case TAGS ->
                tags(it -> !isTrue(it.get("is_galaxy")) && !text(it, "name").startsWith(GALAXY), it -> it);
            case GALAXY_TAGS -> tags(it -> text(it, "name").startsWith(GALAXY), it -> it.substring(GALAXY.length()));
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

    private Uni<List<Option>> tags(Predicate<Map<String, Object>> wanted, Function<String, String> shown) {
        return misp.read(0, "/tags/index.json").onItem().transform(answer -> {
            Object tags = map(answer).get("Tag");
            return maps(tags == null ? answer : tags, "Tag").stream()
                    .filter(wanted)
                    .map(it -> shown.apply(text(it, "name")))
                    .map(it -> new Option(it, it))
                    .sorted(BY_LABEL)
                    .toList();
        });
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
