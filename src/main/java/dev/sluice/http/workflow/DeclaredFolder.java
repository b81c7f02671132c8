package dev.sluice.http.workflow;

import dev.sluice.graph.GraphException;
import dev.sluice.http.ProblemException;
import dev.sluice.module.CheckedModules;
import dev.sluice.module.Spec;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import dev.sluice.store.BlueprintRow;
import dev.sluice.store.Blueprints;
import dev.sluice.store.MispBlueprint;
import dev.sluice.store.NewBlueprint;
import dev.sluice.store.NewWorkflow;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredSwitches;
import dev.sluice.store.WorkflowChange;
import dev.sluice.store.WorkflowRow;
import dev.sluice.store.Workflows;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes the workflows and blueprints of a folder at the start, each by its uuid: a workflow that differs from its file gets
 * a new version, a blueprint that does is replaced, what is in no file is left alone, and what a person drew for the same
 * trigger is never replaced.
 */
@ApplicationScoped
class DeclaredFolder {
    private static final Logger LOG = Logger.getLogger(DeclaredFolder.class);
    private static final int AFTER_THE_LIBRARY = 5_100;

    static final String AS_DECLARED = "as declared";

    private final DeclaredConfig config;
    private final Workflows workflows;
    private final Blueprints blueprints;
    private final StoredSwitches switches;
    private final CheckedModules modules;

    DeclaredFolder(
            DeclaredConfig config,
            Workflows workflows,
            Blueprints blueprints,
            StoredSwitches switches,
            CheckedModules modules) {
        this.config = config;
        this.workflows = workflows;
        this.blueprints = blueprints;
        this.switches = switches;
        this.modules = modules;
    }

    /** A file that cannot be taken, in words for whoever wrote it. */
    private static final class Refused extends Exception {
        Refused(String why) {
            super(why);
        }
    }

    void start(@Observes @Priority(AFTER_THE_LIBRARY) StartupEvent event) {
        config.dir().ifPresent(dir -> take(dir).forEach((file, state) -> LOG.infof("Declared %s: %s", file, state)));
    }

    boolean isConfigured() {
        return config.dir().isPresent();
    }

    /** Applies every file; tells of each what came of it. Blocks. */
    Map<String, String> take(Path dir) {
        return each(dir, this::apply);
    }

    /** Tells of each file whether what is stored is still as it says; changes nothing. Blocks. */
    Map<String, String> drift() {
        return config.dir().map(dir -> each(dir, this::compare)).orElse(Map.of());
    }

    private interface Doing {
        String with(Map<?, ?> tree) throws Refused;
    }

    private static Map<String, String> each(Path dir, Doing doing) {
        Map<String, String> states = new TreeMap<>();
        for (Path file : files(dir, states)) {
            String name = file.getFileName().toString();
            try {
                Object tree = Json.parse(Files.readString(file));
                states.put(name, tree instanceof Map<?, ?> map ? doing.with(map) : "refused: it holds no JSON object");
            } catch (Refused | GraphException | PayloadException | StoreException | ProblemException e) {
                states.put(name, "refused: " + e.getMessage());
            } catch (IOException e) {
                states.put(name, "refused: it cannot be read, " + e.getMessage());
            }
        }
        return states;
    }

    private static List<Path> files(Path dir, Map<String, String> states) {
        try (Stream<Path> found = Files.list(dir)) {
            return found.filter(it -> it.toString().endsWith(".json") && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            states.put(dir.toString(), "refused: the folder of SLUICE_DECLARED_DIR cannot be read, " + e.getMessage());
            return List.of();
        }
    }

    private String apply(Map<?, ?> tree) throws Refused {
        if (!tree.containsKey("Workflow")) {
            NewBlueprint declared = MispBlueprint.read(tree);
            Blueprints.Taken taken = isThere(declared) ? Blueprints.Taken.UNCHANGED : blueprints.take(declared, true);
            return "blueprint " + taken.name().toLowerCase(Locale.ROOT);
        }
        MispWorkflow declared = declared(tree);
        TakenGraph graph = TakenGraph.of(declared.graph(), declared.trigger(), modules);
        WorkflowRow there = stored(declared, graph.trigger());
        String done = "unchanged";
        if (there == null) {
            workflows.create(new NewWorkflow(
                    declared.uuid(),
                    declared.name(),
                    declared.description(),
                    graph.trigger(),
                    declared.debug(),
                    graph.text()));
            done = "created";
        } else if (differs(declared, there)) {
            WorkflowRow changed = workflows.update(
                    there.id(),
                    null,
                    new WorkflowChange(declared.name(), declared.description(), declared.debug(), graph.text()));
            done = "applied as version " + changed.version();
        }
        if (wantsOn(tree) && !switches.isOn(Spec.Type.TRIGGER, graph.trigger())) {
            switches.set(Spec.Type.TRIGGER, graph.trigger(), true);
            done += ", trigger switched on";
        }
        return done;
    }

    private String compare(Map<?, ?> tree) throws Refused {
        if (!tree.containsKey("Workflow")) {
            NewBlueprint declared = MispBlueprint.read(tree);
            if (stored(declared).isEmpty()) {
                return "missing";
            }
            return isThere(declared)
                    ? AS_DECLARED
                    : "drifted: the blueprint differs from the file, which is applied at the next start";
        }
        MispWorkflow declared = declared(tree);
        String trigger =
                TakenGraph.of(declared.graph(), declared.trigger(), modules).trigger();
        WorkflowRow there = stored(declared, trigger);
        if (there == null) {
            return "missing";
        }
        if (differs(declared, there)) {
            return "drifted: version " + there.version() + " differs from the file, which is applied at the next start";
        }
        return wantsOn(tree) && !switches.isOn(Spec.Type.TRIGGER, trigger)
                ? "drifted: its trigger was switched off"
                : AS_DECLARED;
    }

    /** A file counts by what it says: who edits one in a repository need not think of its time. */
    private boolean isThere(NewBlueprint declared) {
        return stored(declared).filter(it -> !Blueprints.differs(declared, it)).isPresent();
    }

    private Optional<BlueprintRow> stored(NewBlueprint declared) {
        return Optional.ofNullable(declared.uuid()).flatMap(blueprints::findByUuid);
    }

    private static MispWorkflow declared(Map<?, ?> tree) throws Refused {
        @SuppressWarnings("unchecked") // keys of JSON objects are texts
        MispWorkflow declared = MispWorkflow.read((Map<String, Object>) tree);
        if (declared.uuid() == null) {
            throw new Refused("it needs a `uuid`, by which it is found again");
        }
        return declared;
    }

    private WorkflowRow stored(MispWorkflow declared, String trigger) throws Refused {
        WorkflowRow there = workflows.findByUuid(declared.uuid()).orElse(null);
        if (there != null && !there.trigger().equals(trigger)) {
            throw new Refused("its workflow " + there.id() + " listens to `" + there.trigger()
                    + "` and cannot change its trigger: give it another uuid");
        }
        WorkflowRow other = there == null ? workflows.findByTrigger(trigger).orElse(null) : null;
        if (other != null) {
            throw new Refused("`" + trigger + "` has workflow " + other.id() + ", which has another uuid ("
                    + other.uuid() + ") and is left alone: delete it, or declare it under its uuid");
        }
        return there;
    }

    /** As `update` takes it: what is not said stays as it is. */
    private static boolean differs(MispWorkflow declared, WorkflowRow there) {
        return !Json.write(declared.graph()).equals(there.graph())
                || (declared.name() != null && !declared.name().equals(there.name()))
                || (declared.description() != null && !declared.description().equals(there.description()))
                || declared.debug() != there.debugEnabled();
    }

    private static boolean wantsOn(Map<?, ?> tree) {
        return tree.get("Workflow") instanceof Map<?, ?> workflow && Boolean.TRUE.equals(workflow.get("enabled"));
    }
}
