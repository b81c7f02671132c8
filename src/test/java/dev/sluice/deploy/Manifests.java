package dev.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests of k8s/ as {@code kubectl kustomize} renders them, and ways to look into them. */
final class Manifests {
    private Manifests() {}

    static void assumeThatKubectlIsThere() {
        boolean there = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "kubectl")));
        assumeTrue(there, "kubectl is not installed, so the manifests of k8s/ were not rendered");
    }

    static Path copy() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target"), "k8s");
        try (Stream<Path> all = Files.walk(Path.of("k8s"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(Path.of("k8s").relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return copy;
    }

    /** What the ConfigMaps that Sluice reads say; a later one overrules those before it. */
    static Map<String, String> settings(List<Map<?, ?>> objects) {
        Map<String, String> settings = new TreeMap<>();
        for (Map<?, ?> source : list(container(podOf(objects, "sluice"), "sluice"), "envFrom")) {
            Object name = at(source, "configMapRef", "name");
            objects.stream()
                    .filter(it -> "ConfigMap".equals(it.get("kind")))
                    .filter(it -> text(it, "metadata", "name").equals(name))
                    .forEach(it -> ((Map<?, ?>) it.get("data"))
                            .forEach((key, value) -> settings.put(Objects.toString(key), Objects.toString(value))));
        }
        return settings;
    }

    static List<Map<?, ?>> rendered(String folder) {
        try {
            Path errors = Files.createTempFile(Path.of("target"), "kustomize", ".err");
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder)
                    .redirectError(errors.toFile())
                    .start();
            List<Map<?, ?>> objects = new ArrayList<>();
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            StreamSupport.stream(yaml.loadAll(kubectl.inputReader()).spliterator(), false)
                    .forEach(it -> objects.add((Map<?, ?>) it));
            assertThat(kubectl.waitFor()).as(Files.readString(errors)).isZero();
            assertThat(objects).isNotEmpty();
            return objects;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("kubectl kustomize " + folder, e);
        }
    }

    static Map<?, ?> podOf(List<Map<?, ?>> objects, String container) {
        return objects.stream()
                .filter(it -> "Deployment".equals(it.get("kind")))
                .map(it -> (Map<?, ?>) at(it, "spec", "template", "spec"))
                .filter(it -> all(it).anyMatch(one -> container.equals(one.get("name"))))
                .findFirst()
                .orElseThrow();
    }

    static Map<?, ?> container(Map<?, ?> pod, String name) {
        return all(pod).filter(it -> name.equals(it.get("name"))).findFirst().orElseThrow();
    }

    private static Stream<Map<?, ?>> all(Map<?, ?> pod) {
        return Stream.concat(list(pod, "containers").stream(), list(pod, "initContainers").stream());
    }

    static List<Map<?, ?>> list(Map<?, ?> holder, String name) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (holder.get(name) instanceof List<?> list) {
            list.forEach(it -> items.add((Map<?, ?>) it));
        }
        return items;
    }

    static String text(Map<?, ?> holder, String... path) {
        return Objects.toString(at(holder, path));
    }

    static Object at(Object holder, String... path) {
        Object found = holder;
        for (String step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }
}
