package dev.sluice.deploy;

import static dev.sluice.deploy.Manifests.at;
import static dev.sluice.deploy.Manifests.container;
import static dev.sluice.deploy.Manifests.copy;
import static dev.sluice.deploy.Manifests.list;
import static dev.sluice.deploy.Manifests.podOf;
import static dev.sluice.deploy.Manifests.rendered;
import static dev.sluice.deploy.Manifests.settings;
import static dev.sluice.deploy.Manifests.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sluice in the pod of a MISP, with which it shares ports, volumes and readiness, as {@code kubectl kustomize} renders it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SidecarTest {
    @BeforeAll
    static void kubectl_is_there() {
        Manifests.assumeThatKubectlIsThere();
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
}
