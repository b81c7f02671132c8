package dev.sluice.outside.modules;

import dev.sluice.module.Action;
import dev.sluice.module.Modules;
import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.Visit;
import dev.sluice.outside.OutsideException;
import dev.sluice.payload.Json;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** The folder of custom modules: each {@code *.py} in it is an action, read again when it changes. */
@Singleton
class PythonFiles {
    private static final Logger LOG = Logger.getLogger(PythonFiles.class);

    /** A file as it was found, and the module that stands for it. */
    private record Found(PythonFile file, Action module) {}

    private final ModulesConfig.Python config;
    private final Modules modules;
    private final PythonPool pool;
    private Map<Path, Found> found = Map.of();
    private String missing = "";
    private boolean unreadable;

    @Inject
    PythonFiles(ModulesConfig config, Modules modules) {
        this.config = config.python();
        this.modules = modules;
        pool = new PythonPool(this.config);
    }

    void start(@Observes StartupEvent event) {
        look();
    }

    /** Looks whether files came, went or changed. Blocks while new ones are loaded. */
    @Scheduled(
            every = "${sluice.modules.python.refresh:2s}",
            delayed = "${sluice.modules.python.refresh:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void look() {
        List<PythonFile> files = files();
        boolean again = isThereAgain(files);
        Map<Path, Found> now = new LinkedHashMap<>();
        for (PythonFile file : files) {
            Found before = found.get(file.path());
            boolean isKnown = before != null && before.file().equals(file) && !again;
            now.put(file.path(), isKnown ? before : new Found(file, load(file, before)));
        }
        if (!now.equals(found)) {
            found = now;
            modules.offer(
                    Origin.CUSTOM,
                    "python",
                    now.values().stream().map(Found::module).toList());
        }
    }

    /** Looks for the interpreter while there is something for it to do, and says once for all files that it is missing. */
    private boolean isThereAgain(List<PythonFile> files) {
        boolean allKnown = missing.isEmpty()
                && found.values().stream().map(Found::file).toList().containsAll(files);
        if (allKnown || files.isEmpty()) {
            return false;
        }
        String before = missing;
        missing = PythonProcess.trouble(config);
        if (!missing.isEmpty() && !missing.equals(before)) {
            LOG.warnf("None of the %d files in %s can be used. %s", files.size(), config.dir(), missing);
        }
        return missing.isEmpty() && !before.isEmpty();
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    private List<PythonFile> files() {
        List<PythonFile> files = new ArrayList<>();
        if (!Files.isDirectory(config.dir())) {
            return files;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(config.dir(), "*.py")) {
            TreeSet<Path> sorted = new TreeSet<>();
            all.forEach(it -> sorted.add(it));
            for (Path path : sorted) {
                if (Files.isRegularFile(path) && !path.getFileName().toString().startsWith("_")) {
                    files.add(PythonFile.of(path));
                }
            }
            unreadable = false;
        } catch (IOException e) {
            if (!unreadable) {
                LOG.warnf("The folder of custom modules, %s, cannot be read: %s", config.dir(), e.getMessage());
            }
            unreadable = true;
            found.values().forEach(it -> files.add(it.file()));
        }
        return files;
    }

    private Action load(PythonFile file, Found before) {
        Spec spec = before == null ? null : before.module().spec();
        if (!missing.isEmpty()) {
            return BrokenFile.of(file.path(), spec, missing);
        }
        try {
            Entry entry = Entry.of(Entry.map(pool.describe(file)));
            if (entry.name().isEmpty() || !entry.isOf("action")) {
                throw new OutsideException("The module-type of its moduleinfo must name `action`.");
            }
            LOG.infof("Loaded the custom module %s", file.name());
            return new PythonModule(
                    entry, Origin.CUSTOM, new Host(file), Replacement.remarks(modules, entry.moduleId()));
        } catch (RuntimeException e) {
            BrokenFile broken = BrokenFile.of(file.path(), spec, e.getMessage());
            LOG.warn(broken.why());
            return broken;
        }
    }

    /** Runs the module of one version of a file. */
    private final class Host implements PythonModule.Host {
        private final PythonFile file;

        Host(PythonFile file) {
            this.file = file;
        }

        @Override
        public Uni<Object> ask(Visit by, Map<String, Object> question) {
            return pool.ask(file, Json.writeBytes(question));
        }

        @Override
        public List<String> troubles() {
            return List.of();
        }
    }
}
