package dev.sluice.module;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The catalogue: every module that is a bean, and the triggers declared at run time. */
@ApplicationScoped
public class Modules {
    private record Key(Spec.Type type, String id) {}

    private final Map<Key, WorkflowModule> builtIn;
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
                WorkflowModule module = builtIn.get(new Key(known, id));
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
        all.putAll(named);
        return all.values().stream()
                .sorted(java.util.Comparator.comparing(
                                (WorkflowModule it) -> it.spec().type())
                        .thenComparing(it -> it.spec().id()))
                .toList();
    }

    /** Replaces the triggers that were declared at run time. */
    public void declare(Collection<? extends Trigger> triggers) {
        Map<String, Trigger> all = new LinkedHashMap<>();
        triggers.forEach(it -> all.put(it.spec().id(), it));
        named = Collections.unmodifiableMap(all);
    }
}
