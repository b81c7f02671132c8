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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Manifests.assumeThatKubectlIsThere();
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

    @ParameterizedTest
    @ValueSource(strings = {"overlays/standalone", "overlays/cluster"})
    void a_deployment_of_its_own_gets_calls_once_it_is_ready(String overlay) {
        Map<?, ?> sluice = container(podOf(rendered("k8s/" + overlay), "sluice"), "sluice");
        assertThat(at(sluice, "readinessProbe", "httpGet", "path")).isEqualTo("/q/health/ready");
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
}
