package dev.sluice.module;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The catalogue: every module that is a bean, the triggers declared at run time, and modules that come and go. */
@ApplicationScoped
public class Modules {
    private record Key(Spec.Type type, String id) {}

    private final Map<Key, WorkflowModule> builtIn;
    private final Map<Origin, Map<String, List<WorkflowModule>>> offers = new EnumMap<>(Origin.class);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<Key, WorkflowModule> offered = Map.of();
    private volatile int changes;
    private volatile Map<String, Trigger> named = Map.of();

    /** Takes all modules there are. Two of the same kind with one id are a mistake of the build and stop the start. */
    @Inject
    public Modules(Instance<WorkflowModule> beans) {
        this((Iterable<WorkflowModule>) beans);
    }

    /** A catalogue of exactly these modules. */
    public Modules(Iterable<WorkflowModule> modules) {
        Map<Key, WorkflowModule> all = new LinkedHashMap<>();
        for (WorkflowModule module : modules) {
            Spec spec = module.spec();
            if (all.put(new Key(spec.type(), spec.id()), module) != null) {
                throw new IllegalStateException("Two " + spec.type().id() + " modules have the id " + spec.id());
            }
        }
        builtIn = Collections.unmodifiableMap(all);
    }

    /** For the client proxy only. */
    protected Modules() {
        builtIn = Map.of();
    }

    /** A module by what a node stores: its type ("logic") and id. */
    public Optional<WorkflowModule> find(String type, String id) {
        for (Spec.Type known : Spec.Type.values()) {
            if (known.id().equals(type)) {
                Key key = new Key(known, id);
                WorkflowModule module = offered.getOrDefault(key, builtIn.get(key));
                return Optional.ofNullable(module == null && known == Spec.Type.TRIGGER ? named.get(id) : module);
            }
        }
        return Optional.empty();
    }

    /** A trigger by its id. */
    public Optional<Trigger> trigger(String id) {
        return find(Spec.Type.TRIGGER.id(), id).map(Trigger.class::cast);
    }

    /** Whether the trigger of that id comes with the program, so that it cannot be declared or removed. */
    public boolean isBuiltIn(String triggerId) {
        return builtIn.containsKey(new Key(Spec.Type.TRIGGER, triggerId));
    }

    /** Everything there is, triggers first. */
    public Collection<WorkflowModule> all() {
        Map<Object, WorkflowModule> all = new LinkedHashMap<>(builtIn);
        all.putAll(offered);
        all.putAll(named);
        return all.values().stream()
                .sorted(java.util.Comparator.comparing(
                                (WorkflowModule it) -> it.spec().type())
                        .thenComparing(it -> it.spec().id()))
                .toList();
    }

    /** The module of that kind and id that comes with the program, replaced or not. */
    public Optional<WorkflowModule> builtIn(Spec.Type type, String id) {
        return Optional.ofNullable(builtIn.get(new Key(type, id)));
    }

    /**
     * Takes what a source offers from now on, in the place of what it offered before. Those who asked to be told of
     * changes are told in this thread, so it must be one that may block.
     *
     * @param source one of those of this origin: "python", "java"
     */
    public void offer(Origin origin, String source, Collection<? extends WorkflowModule> modules) {
        synchronized (offers) {
            List<WorkflowModule> now = List.copyOf(modules);
            Map<String, List<WorkflowModule>> sources = offers.computeIfAbsent(origin, it -> new TreeMap<>());
            if (now.equals(sources.getOrDefault(source, List.of()))) {
                return;
            }
            sources.put(source, now);
            Map<Key, WorkflowModule> all = new LinkedHashMap<>();
            offers.values().stream()
                    .flatMap(it -> it.values().stream())
                    .flatMap(List::stream)
                    .forEach(it -> {
                        Spec spec = it.spec();
                        all.put(new Key(spec.type(), spec.id()), it);
                    });
            offered = Collections.unmodifiableMap(all);
            changes = changes + 1;
        }
        listeners.forEach(Runnable::run);
    }

    /** How often what is offered has changed. */
    public int offers() {
        return changes;
    }

    /** Has this run after every change of what is offered. */
    public void whenOffered(Runnable listener) {
        listeners.add(listener);
    }

    /** Replaces the triggers that were declared at run time. */
    public void declare(Collection<? extends Trigger> triggers) {
        Map<String, Trigger> all = new LinkedHashMap<>();
        triggers.forEach(it -> all.put(it.spec().id(), it));
        named = Collections.unmodifiableMap(all);
    }
}
