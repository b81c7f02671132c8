package dev.sluice.outside.secret;

import dev.sluice.module.KnownSecrets;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The secrets of files and of the environment. Files are read again every few seconds, as they are changed while Sluice
 * runs; whoever asks is answered from memory.
 */
@Singleton
public class Vault implements KnownSecrets {
    private static final Logger LOG = Logger.getLogger(Vault.class);
    private static final String VARIABLE = "SLUICE_SECRET_";
    private static final String HOSTS = ".hosts";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern HOST =
            Pattern.compile("(https?://)?((\\*\\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+])");
    private static final long LARGEST = 64 * 1024;

    private final SecretsConfig config;
    private final Map<String, String> environment;
    private volatile Map<String, Secret> files = Map.of();
    private volatile Map<String, String> troubles = Map.of();

    @Inject
    Vault(SecretsConfig config) {
        this(config, System.getenv());
    }

    Vault(SecretsConfig config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    void start(@Observes StartupEvent event) {
        read();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (config.dir().isEmpty()) {
            return;
        }
        Path dir = config.dir().get();
        Map<String, Secret> found = new TreeMap<>();
        Map<String, String> wrong = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(dir, Files::isRegularFile)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (name.endsWith(HOSTS) || !NAME.matcher(name).matches()) {
                    continue;
                }
                try {
                    found.put(name, secret(name, text(file), hosts(dir.resolve(name + HOSTS))));
                } catch (IOException e) {
                    wrong.put(name, "its file cannot be read: " + e.getMessage());
                }
            }
        } catch (IOException e) {
            wrong.put(dir.toString(), "the folder of SLUICE_SECRETS_DIR cannot be read: " + e.getMessage());
        }
        if (!wrong.equals(troubles)) {
            wrong.forEach((name, why) -> LOG.warnf("Secret %s: %s", name, why));
        }
        files = Map.copyOf(found);
        troubles = Map.copyOf(wrong);
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than " + LARGEST + " bytes");
        }
        String text = Files.readString(file);
        return text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String hosts(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }

    private static Secret secret(String name, String value, String hosts) {
        Map<Boolean, List<String>> listed = Arrays.stream(
                        hosts.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.partitioningBy(it -> HOST.matcher(it).matches()));
        return new Secret(name, value, listed.get(true), listed.get(false));
    }

    /** A secret that somebody may be told; a failure that says what to do where there is none. */
    Secret find(String name) {
        Secret secret = look(name);
        if (secret == null) {
            throw new SecretException(unknown(name));
        }
        if (secret.hosts().isEmpty()) {
            throw new SecretException(homeless(secret));
        }
        return secret;
    }

    private Secret look(String name) {
        Secret file = files.get(name);
        String variable = variable(name);
        String value = environment.get(variable);
        return file == null && value != null
                ? secret(name, value, environment.getOrDefault(variable + "_HOSTS", ""))
                : file;
    }

    private static String variable(String name) {
        return VARIABLE + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private String unknown(String name) {
        String why = troubles.get(name);
        return why != null
                ? "The secret `" + name + "`: " + why
                : "There is no secret `" + name
                        + "`. Put it into a file of that name in the folder of SLUICE_SECRETS_DIR," + " or into "
                        + variable(name) + ".";
    }

    private static String homeless(Secret secret) {
        return "Nobody said which hosts may be told the secret `" + secret.name() + "`. List them in the file "
                + secret.name() + HOSTS + " beside it, or in " + variable(secret.name()) + "_HOSTS." + strange(secret);
    }

    private static String strange(Secret secret) {
        return secret.strange().isEmpty()
                ? ""
                : " `" + String.join("`, `", secret.strange())
                        + "` is no host: write example.org, *.example.org or http://example.org, without port or path.";
    }

    @Override
    public String problem(String name) {
        Secret secret = look(name);
        return secret == null ? unknown(name) : secret.hosts().isEmpty() ? homeless(secret) : "";
    }

    /** A line for each secret, with the hosts that may be told it. */
    List<String> told() {
        Map<String, String> lines = new TreeMap<>(troubles);
        files.values().forEach(it -> lines.put(it.name(), told(it)));
        environment.keySet().stream()
                .filter(it -> it.startsWith(VARIABLE) && !it.endsWith("_HOSTS"))
                .map(it -> it.substring(VARIABLE.length()).toLowerCase(Locale.ROOT))
                .filter(it -> !lines.containsKey(it) && look(it) != null)
                .forEach(it -> lines.put(it, told(look(it))));
        List<String> all = new ArrayList<>();
        lines.forEach((name, line) -> all.add(name + ": " + line));
        return all;
    }

    private static String told(Secret secret) {
        return (secret.hosts().isEmpty()
                        ? "for no host yet (" + secret.name() + HOSTS + " is missing)"
                        : "for " + String.join(", ", secret.hosts()))
                + (secret.strange().isEmpty() ? "" : "." + strange(secret));
    }
}
