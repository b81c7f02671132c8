package dev.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The manifests as {@code kubectl kustomize} renders them. What is looked at are the fields that matter for safety and
 * for starting at all; it is no check against the schemas of Kubernetes.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KustomizeTest {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Namespace", "v1"),
            Map.entry("ServiceAccount", "v1"),
            Map.entry("ConfigMap", "v1"),
            Map.entry("Service", "v1"),
            Map.entry("PersistentVolumeClaim", "v1"),
            Map.entry("Deployment", "apps/v1"),
            Map.entry("StatefulSet", "apps/v1"),
            Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
            Map.entry("PodDisruptionBudget", "policy/v1"),
            Map.entry("ServiceMonitor", "monitoring.coreos.com/v1"));

    @BeforeAll
    static void kubectl_is_there() {
        boolean there = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "kubectl")));
        assumeTrue(there, "kubectl is not installed, so the manifests of k8s/ were not rendered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/misp", "overlays/standalone", "overlays/cluster"})
    void every_object_is_of_a_kind_and_version_that_is_meant_and_named_once(String overlay) {
        List<Map<?, ?>> objects = rendered("k8s/" + overlay);
        assertThat(objects).allSatisfy(it -> {
            assertThat(KINDS).containsEntry(Objects.toString(it.get("kind")), Objects.toString(it.get("apiVersion")));
            assertThat(text(it, "metadata", "name")).matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
        });
        assertThat(objects.stream().map(it -> it.get("kind") + "/" + text(it, "metadata", "name")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/misp", "overlays/standalone", "overlays/cluster"})
    void sluice_is_confined_probed_on_the_management_port_and_writes_to_data_only(String overlay) {
        List<Map<?, ?>> objects = rendered("k8s/" + overlay);
        Map<?, ?> pod = podOf(objects, "sluice");
        Map<?, ?> sluice = container(pod, "sluice");
        assertThat(sluice.get("securityContext"))
                .extracting("allowPrivilegeEscalation", "readOnlyRootFilesystem")
                .containsExactly(false, true);
        assertThat(at(sluice, "securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
        assertThat(Stream.of(at(sluice, "securityContext", "runAsNonRoot"), at(pod, "securityContext", "runAsNonRoot")))
                .contains(true);
        for (String probe : List.of("startupProbe", "livenessProbe")) {
            Object port = at(sluice, probe, "httpGet", "port");
            assertThat(list(sluice, "ports"))
                    .anySatisfy(it -> assertThat(it.get("name")).isEqualTo(port))
                    .filteredOn(it -> it.get("name").equals(port))
                    .extracting(it -> Objects.toString(it.get("containerPort")))
                    .containsExactly(settings(objects).get("SLUICE_MANAGEMENT_PORT"));
        }
        assertThat(list(sluice, "volumeMounts"))
                .filteredOn(it -> !Boolean.TRUE.equals(it.get("readOnly")))
                .extracting(it -> (Object) it.get("mountPath"))
                .containsExactly("/data");
        assertThat(text(sluice, "resources", "limits", "memory")).endsWith("Mi");
        assertThat(text(sluice, "image")).matches(".+/sluice:.+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/misp", "overlays/standalone", "overlays/cluster"})
    void every_mount_has_its_volume_and_every_claim_and_generated_map_is_there(String overlay) {
        List<Map<?, ?>> objects = rendered("k8s/" + overlay);
        List<String> names = objects.stream()
                .map(it -> it.get("kind") + "/" + text(it, "metadata", "name"))
                .toList();
        Map<?, ?> pod = podOf(objects, "sluice");
        List<Object> volumes =
                list(pod, "volumes").stream().map(it -> (Object) it.get("name")).toList();
        list(container(pod, "sluice"), "volumeMounts")
                .forEach(it -> assertThat(volumes).contains(it.get("name")));
        for (Map<?, ?> volume : list(pod, "volumes")) {
            Object claim = at(volume, "persistentVolumeClaim", "claimName");
            if (claim != null) {
                assertThat(names).contains("PersistentVolumeClaim/" + claim);
            }
        }
        for (Map<?, ?> source : list(container(pod, "sluice"), "envFrom")) {
            Object map = at(source, "configMapRef", "name");
            if (map != null && !Boolean.TRUE.equals(at(source, "configMapRef", "optional"))) {
                assertThat(names).contains("ConfigMap/" + map);
            }
        }
    }

    @Test
    void beside_misp_it_is_up_first_and_listens_to_the_pod_only() {
        List<Map<?, ?>> objects = rendered("k8s/overlays/misp");
        assertThat(list(podOf(objects, "sluice"), "initContainers"))
                .extracting(it -> (Object) it.get("name"), it -> it.get("restartPolicy"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("sluice", "Always"));
        assertThat(objects).anySatisfy(it -> assertThat(at(it, "data", "QUARKUS_HTTP_HOST"))
                .isEqualTo("127.0.0.1"));
        assertThat(objects.toString()).contains("0f1d2c3b-4a59-4687-9e01-2f3a4b5c6d02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sidecar-native", "sidecar-classic"})
    void a_sidecar_takes_no_port_that_a_misp_takes_in_the_same_pod(String sidecar) {
        Map<String, String> settings = settings(beside(sidecar));
        assertThat(Stream.of("QUARKUS_HTTP_PORT", "SLUICE_MANAGEMENT_PORT", "SLUICE_ZMQ_ADDRESS")
                        .map(settings::get)
                        .map(it -> it.replaceAll(".*:", "")))
                .doesNotHaveDuplicates()
                .doesNotContain("80", "443", "6379", "6666", "8080", "8443", "9000", "9001", "9002", "9003", "50000");
    }

    @Test
    void whose_files_the_volumes_of_misp_are_is_left_to_misp() {
        assertThat(podOf(rendered("k8s/overlays/misp"), "sluice").get("securityContext"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sidecar-native", "sidecar-classic"})
    void a_sidecar_does_not_decide_whether_the_pod_of_the_platform_is_ready(String sidecar) {
        assertThat(container(podOf(beside(sidecar), "sluice"), "sluice").get("readinessProbe"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/standalone", "overlays/cluster"})
    void a_deployment_of_its_own_gets_calls_once_it_is_ready(String overlay) {
        Map<?, ?> sluice = container(podOf(rendered("k8s/" + overlay), "sluice"), "sluice");
        assertThat(at(sluice, "readinessProbe", "httpGet", "path")).isEqualTo("/q/health/ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/README.md", "README.md", "src/examples/misp-service/README.md"})
    void who_is_told_how_to_call_a_sidecar_is_told_its_port(String page) throws IOException {
        assertThat(Files.readString(Path.of(page)))
                .contains(settings(beside("sidecar-native")).get("QUARKUS_HTTP_PORT"));
    }

    @Test
    void the_settings_of_misp_and_the_port_that_is_forwarded_are_those_of_the_sidecar() throws IOException {
        String port = settings(beside("sidecar-native")).get("QUARKUS_HTTP_PORT");
        assertThat(Files.readString(Path.of("k8s/README.md")).replaceAll("\\s+", " "))
                .contains("port-forward deploy/misp " + port)
                .contains("`Plugin.Action_services_port` " + port)
                .contains("`PORT=" + port + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/misp", "overlays/standalone", "overlays/cluster"})
    void every_config_map_and_secret_that_the_readme_names_is_read(String overlay) throws IOException {
        Map<?, ?> pod = podOf(rendered("k8s/" + overlay), "sluice");
        List<String> read = Stream.concat(
                        list(container(pod, "sluice"), "envFrom").stream()
                                .flatMap(it -> Stream.of(at(it, "configMapRef", "name"), at(it, "secretRef", "name"))),
                        list(pod, "volumes").stream()
                                .flatMap(it -> Stream.of(at(it, "configMap", "name"), at(it, "secret", "secretName"))))
                .filter(Objects::nonNull)
                .map(it -> it.toString().replaceAll("-[a-z0-9]{10}$", ""))
                .toList();
        List<String> named = Pattern.compile("(?:ConfigMap|Secret) `([a-z-]+)`")
                .matcher(Files.readString(Path.of("k8s/README.md")))
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
        assertThat(named).contains("sluice", "sluice-platform", "sluice-declared", "sluice-secrets");
        assertThat(read).containsAll(named);
    }

    @Test
    void what_a_platform_sets_goes_before_what_the_base_sets() {
        assertThat(list(container(podOf(rendered("k8s/overlays/standalone"), "sluice"), "sluice"), "envFrom"))
                .extracting(it -> text(it, "configMapRef", "name").replaceAll("-[a-z0-9]{10}$", ""))
                .startsWith("sluice-settings", "sluice-platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/misp", "overlays/standalone", "overlays/cluster"})
    void no_service_is_told_to_our_pods_as_variables_that_look_like_settings(String overlay) {
        List<Map<?, ?>> objects = rendered("k8s/" + overlay);
        assertThat(objects.stream()
                        .filter(it -> Set.of("Deployment", "StatefulSet").contains(it.get("kind")))
                        .filter(it -> !text(it, "metadata", "name").equals("misp")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(at(it, "spec", "template", "spec", "enableServiceLinks"))
                        .as(text(it, "metadata", "name"))
                        .isEqualTo(false));
        assertThat(settings(objects)).containsKey("SLUICE_MANAGEMENT_PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sidecar-native", "sidecar-classic"})
    void the_history_of_a_sidecar_stays_well_below_what_has_its_pod_evicted(String sidecar) {
        List<Map<?, ?>> objects = beside(sidecar);
        Map<String, String> settings = settings(objects);
        Object volume = list(podOf(objects, "sluice"), "volumes").stream()
                .filter(it -> it.get("name").equals("sluice-data"))
                .map(it -> at(it, "emptyDir", "sizeLimit"))
                .findFirst()
                .orElseThrow();
        long inputs = Long.parseLong(settings.get("SLUICE_HISTORY_KEEP_COUNT"))
                * bytes(settings.get("SLUICE_HISTORY_INPUT_LIMIT"));
        // Surplus is deleted every ten minutes.
        long surplus = 600 * bytes(settings.get("SLUICE_HISTORY_INPUT_PER_SECOND"));
        assertThat(2 * (inputs + surplus)).isLessThan(bytes(volume.toString()));
        assertThat(settings).containsKeys("SLUICE_HISTORY_KEEP_AGE", "SLUICE_QUEUE_WAITING");
    }

    private static long bytes(String size) {
        long number = Long.parseLong(size.replaceAll("\\D", ""));
        return number << Map.of("K", 10, "M", 20, "Mi", 20, "Gi", 30).get(size.replaceAll("\\d", ""));
    }

    @Test
    void misp_modules_can_be_called_by_pods_with_a_sluice_only() {
        List<Map<?, ?>> objects = rendered("k8s/overlays/misp");
        Map<?, ?> policy = objects.stream()
                .filter(it -> "NetworkPolicy".equals(it.get("kind")))
                .filter(it -> text(it, "metadata", "name").equals("misp-modules"))
                .findFirst()
                .orElseThrow();
        Map<?, ?> modules = labels(objects, "misp-modules");
        assertThat(modules.entrySet()
                        .containsAll(((Map<?, ?>) at(policy, "spec", "podSelector", "matchLabels")).entrySet()))
                .isTrue();
        assertThat(at(list((Map<?, ?>) policy.get("spec"), "ingress").get(0), "from"))
                .isEqualTo(Stream.of(Map.of("sluice.dev/sidecar", "yes"), Map.of("app.kubernetes.io/name", "sluice"))
                        .map(it -> Map.of("podSelector", Map.of("matchLabels", it)))
                        .toList());
        assertThat(labels(objects, "misp").get("sluice.dev/sidecar")).isEqualTo("yes");
        assertThat(modules.get("sluice.dev/sidecar")).isNull();
        assertThat(labels(rendered("k8s/overlays/standalone"), "sluice").get("app.kubernetes.io/name"))
                .isEqualTo("sluice");
    }

    private static Map<?, ?> labels(List<Map<?, ?>> objects, String deployment) {
        return objects.stream()
                .filter(it -> "Deployment".equals(it.get("kind")))
                .filter(it -> text(it, "metadata", "name").equals(deployment))
                .map(it -> (Map<?, ?>) at(it, "spec", "template", "metadata", "labels"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_cluster_shares_postgresql_and_no_volume() {
        List<Map<?, ?>> objects = rendered("k8s/overlays/cluster");
        assertThat(objects).noneMatch(it -> "PersistentVolumeClaim".equals(it.get("kind")));
        assertThat(objects).anySatisfy(it -> assertThat(Objects.toString(at(it, "data", "SLUICE_DATABASE_URL")))
                .startsWith("jdbc:postgresql://sluice-postgresql:"));
        assertThat(objects).anySatisfy(it -> assertThat(Objects.toString(at(it, "spec", "strategy")))
                .contains("RollingUpdate"));
    }

    @Test
    void the_classic_sidecar_is_the_native_one_but_for_where_it_stands() throws IOException {
        String nativeOne = Files.readString(Path.of("k8s/components/sidecar-native/sidecar.yaml"));
        assertThat(Files.readString(Path.of("k8s/components/sidecar-classic/sidecar.yaml")))
                .isEqualTo(nativeOne
                        .replace("initContainers:", "containers:")
                        .replace("          restartPolicy: Always\n", ""));
    }

    @Test
    void the_classic_sidecar_stands_among_the_containers_of_misp() {
        Map<?, ?> pod = podOf(beside("sidecar-classic"), "sluice");

        assertThat(list(pod, "containers"))
                .extracting(it -> (Object) it.get("name"))
                .containsExactlyInAnyOrder("sluice", "misp");
        assertThat(pod.get("initContainers")).isNull();
    }

    @Test
    void what_the_readme_adds_for_a_misp_of_another_namespace_lets_it_in() throws IOException {
        Path overlay = copy().resolve("overlays/standalone");
        String readme = Files.readString(Path.of("k8s/README.md"));
        String addition = readme.substring(readme.indexOf("```yaml\n") + 8);
        Files.writeString(
                overlay.resolve("kustomization.yaml"),
                addition.substring(0, addition.indexOf("```")),
                StandardOpenOption.APPEND);

        List<Map<?, ?>> objects = rendered(overlay.toString());

        assertThat(settings(objects)).containsKey("SLUICE_SERVICE_ALLOW");
        Map<?, ?> policy = objects.stream()
                .filter(it -> "NetworkPolicy".equals(it.get("kind")))
                .findFirst()
                .orElseThrow();
        Map<?, ?> calls = list((Map<?, ?>) policy.get("spec"), "ingress").get(0);
        assertThat(list(calls, "from"))
                .hasSize(2)
                .last()
                .asString()
                .contains("namespaceSelector", "kubernetes.io/metadata.name=misp");
    }

    /** A copy of the overlay of MISP, with one kind of sidecar or the other. */
    private static List<Map<?, ?>> beside(String sidecar) {
        try {
            return rendered(overlayWith(sidecar) + "/overlays/misp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path overlayWith(String sidecar) throws IOException {
        Path copy = copy();
        Path overlay = copy.resolve("overlays/misp/kustomization.yaml");
        Files.writeString(
                overlay, Files.readString(overlay).replace("components/sidecar-native", "components/" + sidecar));
        return copy;
    }

    private static Path copy() throws IOException {
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
    private static Map<String, String> settings(List<Map<?, ?>> objects) {
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

    private static List<Map<?, ?>> rendered(String folder) {
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

    private static Map<?, ?> podOf(List<Map<?, ?>> objects, String container) {
        return objects.stream()
                .filter(it -> "Deployment".equals(it.get("kind")))
                .map(it -> (Map<?, ?>) at(it, "spec", "template", "spec"))
                .filter(it -> all(it).anyMatch(one -> container.equals(one.get("name"))))
                .findFirst()
                .orElseThrow();
    }

    private static Map<?, ?> container(Map<?, ?> pod, String name) {
        return all(pod).filter(it -> name.equals(it.get("name"))).findFirst().orElseThrow();
    }

    private static Stream<Map<?, ?>> all(Map<?, ?> pod) {
        return Stream.concat(list(pod, "containers").stream(), list(pod, "initContainers").stream());
    }

    private static List<Map<?, ?>> list(Map<?, ?> holder, String name) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (holder.get(name) instanceof List<?> list) {
            list.forEach(it -> items.add((Map<?, ?>) it));
        }
        return items;
    }

    private static String text(Map<?, ?> holder, String... path) {
        return Objects.toString(at(holder, path));
    }

    private static Object at(Object holder, String... path) {
        Object found = holder;
        for (String step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }
}
