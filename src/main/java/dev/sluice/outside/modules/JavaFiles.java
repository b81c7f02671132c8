package dev.sluice.outside.modules;

import dev.sluice.module.Modules;
import dev.sluice.module.Origin;
import dev.sluice.module.Spec;
import dev.sluice.module.WorkflowModule;
import dev.sluice.outside.OutsideException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * The folder of jars with custom modules, read once, at the start: classes that {@code META-INF/services} of the jar
 * names as providers of {@link WorkflowModule}. Each jar has a class loader of its own above the program's.
 */
@Singleton
class JavaFiles {
    private static final Logger LOG = Logger.getLogger(JavaFiles.class);
    private static final String SERVICES = "META-INF/services/" + WorkflowModule.class.getName();

    private final Path folder;
    private final Modules modules;
    private final boolean compiledAhead;
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final Map<String, Path> taken = new TreeMap<>();

    @Inject
    JavaFiles(ModulesConfig config, Modules modules) {
        this(config, modules, "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode")));
    }

    /** As above; {@code compiledAhead} where the program is one native file, which cannot load classes. */
    JavaFiles(ModulesConfig config, Modules modules, boolean compiledAhead) {
        this.folder = config.java().dir();
        this.modules = modules;
        this.compiledAhead = compiledAhead;
    }

    void start(@Observes StartupEvent event) {
        List<WorkflowModule> all = new ArrayList<>();
        for (Path jar : jars()) {
            try {
                all.addAll(load(jar));
            } catch (OutsideException e) {
                BrokenFile broken = BrokenFile.of(jar, null, e.getMessage());
                LOG.warn(broken.why());
                all.add(broken);
            }
        }
        modules.offer(Origin.CUSTOM, "java", all);
    }

    @PreDestroy
    void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                LOG.debugf(e, "A jar could not be closed");
            }
        }
    }

    private TreeSet<Path> jars() {
        TreeSet<Path> jars = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.jar")) {
                all.forEach(it -> jars.add(it.toAbsolutePath()));
            } catch (IOException e) {
                LOG.warnf("The folder of custom modules, %s, cannot be read: %s", folder, e.getMessage());
            }
        }
        return jars;
    }

    private List<WorkflowModule> load(Path jar) {
        if (compiledAhead) {
            throw new OutsideException("Modules in Java need the program on a JVM: this one is compiled ahead of time"
                    + " and loads no classes. Use the JVM image, or write the module in Python.");
        }
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, WorkflowModule.class.getClassLoader());
            loaders.add(loader);
            if (loader.findResource(SERVICES) == null) {
                throw new OutsideException("It is no jar, or it names no module in " + SERVICES + ".");
            }
            List<WorkflowModule> found = new ArrayList<>();
            Iterator<ServiceLoader.Provider<WorkflowModule>> all =
                    ServiceLoader.load(WorkflowModule.class, loader).stream().iterator();
            while (all.hasNext()) {
                ServiceLoader.Provider<WorkflowModule> provider = all.next();
                if (provider.type().getClassLoader() == loader) {
                    found.add(module(jar, provider.get()));
                }
            }
            LOG.infof(
                    "Loaded %s: %s",
                    jar.getFileName(), found.stream().map(it -> it.spec().id()).toList());
            return found;
        } catch (IOException | ServiceConfigurationError | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new OutsideException(e.getMessage() + (cause == e ? "" : ": " + cause) + ".");
        }
    }

    private static Spec spec(WorkflowModule module) {
        try {
            return module.spec().from(Origin.CUSTOM);
        } catch (RuntimeException e) {
            throw new OutsideException(module.getClass().getName() + " does not say what it is: " + e + ".");
        }
    }

    private WorkflowModule module(Path jar, WorkflowModule module) {
        Spec spec = spec(module);
        if (spec.type() == Spec.Type.TRIGGER) {
            throw new OutsideException(
                    spec.id() + " is a trigger; triggers of your own are declared: POST /api/v1/triggers.");
        }
        Path other = taken.putIfAbsent(spec.type().id() + " " + spec.id(), jar);
        if (other != null) {
            throw new OutsideException(
                    "Its module has the id " + spec.id() + ", which one in " + other.getFileName() + " has already.");
        }
        return JavaModule.of(spec, module, Replacement.remarks(modules, spec.type(), spec.id()));
    }
}
