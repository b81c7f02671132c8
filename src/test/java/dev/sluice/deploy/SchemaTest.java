package dev.sluice.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import dev.sluice.payload.Json;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of k8s/ as they are, against the model of Kubernetes' own objects: a field that it does not know fails. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaTest {
    private static final Map<String, Class<?>> MODEL = Map.of(
            "Namespace", Namespace.class,
            "ServiceAccount", ServiceAccount.class,
            "ConfigMap", ConfigMap.class,
            "Service", Service.class,
            "PersistentVolumeClaim", PersistentVolumeClaim.class,
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    /** No part of Kubernetes, and those of kustomize. */
    private static final Set<String> OTHERS = Set.of("ServiceMonitor", "Kustomization", "Component");

    private static final Pattern VARIABLE = Pattern.compile("\\b(SLUICE|QUARKUS)_[A-Z0-9_]+\\b");

    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated a) {
                    return false;
                }
            });

    static Stream<Path> files() throws IOException {
        return Files.walk(Path.of("k8s")).filter(it -> it.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_field_is_one_that_kubernetes_knows(Path file) throws IOException {
        for (Object document : documents(file)) {
            if (!(document instanceof Map<?, ?> object)) {
                assertThat(document).as("a patch of single places").isInstanceOf(List.class);
                continue;
            }
            String kind = String.valueOf(object.get("kind"));
            if (OTHERS.contains(kind)) {
                continue;
            }
            assertThat(MODEL).containsKey(kind);
            JsonNode tree = STRICT.valueToTree(object);
            assertThatCode(() -> STRICT.treeToValue(tree, MODEL.get(kind)))
                    .as(file + ", " + kind)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_field_that_is_misspelled_would_be_found() throws IOException {
        JsonNode tree = STRICT.valueToTree(Json.parse("{\"kind\":\"Service\",\"spec\":{\"selectr\":{}}}"));

        assertThatCode(() -> STRICT.treeToValue(tree, Service.class)).hasMessageContaining("selectr");
    }

    @Test
    void every_setting_is_one_that_sluice_or_quarkus_reads() throws IOException {
        Set<String> known = new TreeSet<>();
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        config.getPropertyNames()
                .forEach(it -> known.add(it.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)));
        known.addAll(documented());
        Set<String> unknown = new TreeSet<>();
        for (Path file : files().toList()) {
            Matcher named = VARIABLE.matcher(Files.readString(file));
            while (named.find()) {
                if (!known.contains(named.group())) {
                    unknown.add(named.group() + " in " + file);
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    /** The settings of the README's table, which shortens names: {@code SLUICE_DATABASE_URL}, {@code _USERNAME}. */
    private static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher whole = VARIABLE.matcher(line);
            while (line.startsWith("|") && whole.find()) {
                names.add(whole.group());
                Matcher end = Pattern.compile("`(_[A-Z0-9_]+)`").matcher(line);
                while (end.find()) {
                    for (int i = whole.group().indexOf('_');
                            i >= 0;
                            i = whole.group().indexOf('_', i + 1)) {
                        names.add(whole.group().substring(0, i) + end.group(1));
                    }
                }
            }
        }
        return names;
    }

    private static List<Object> documents(Path file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(Files.readString(file)).spliterator(), false)
                .toList();
    }
}
