package dev.sluice.http.status;

import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/** The settings that count, with where each comes from. What may be secret is not told. */
@Singleton
class SettingsInForce {
    private static final Set<String> OF_QUARKUS = Set.of(
            "quarkus.http.host",
            "quarkus.http.port",
            "quarkus.http.root-path",
            "quarkus.log.level",
            "quarkus.otel.exporter.otlp.endpoint",
            "quarkus.otel.sdk.disabled",
            "quarkus.profile");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");
    private static final int OF_THE_PROGRAM = 250;
    private static final int OF_THE_ENVIRONMENT = 300;

    /**
     * @param source the kind of place: environment, system property, file, default
     */
    record Setting(String name, String value, String source) {}

    List<Setting> list() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        Set<String> names = new TreeSet<>(OF_QUARKUS);
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("sluice.")) {
                names.add(name);
            }
        }
        return names.stream()
                .map(config::getConfigValue)
                .filter(it -> it.getValue() != null)
                .map(SettingsInForce::shown)
                .toList();
    }

    private static Setting shown(ConfigValue it) {
        return new Setting(it.getName(), Masks.shown(it.getName(), it.getValue()), source(it));
    }

    private static String source(ConfigValue it) {
        String variable = OTHER.matcher(it.getName()).replaceAll("_").toUpperCase(Locale.ROOT);
        if (System.getProperty(it.getName()) != null) {
            return "system property";
        }
        if (System.getenv(variable) != null) {
            return "environment";
        }
        // What lies beside the program stands above what comes with it, which is of ordinal 250 at most.
        return it.getSourceOrdinal() > OF_THE_PROGRAM && it.getSourceOrdinal() < OF_THE_ENVIRONMENT
                ? "file"
                : "default";
    }
}
