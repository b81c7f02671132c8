package dev.sluice.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.program.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Secrets reach the servers they are for, and nobody else: everything that the program gives out is searched for them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretsIT {
    private static final String CANARY = "cana/ry+\"1q2w3e";
    private static final List<String> CANARIES = List.of("cana/ry", "cana%2Fry", "1q2w3e", "hookhush", "ZWxzZXdoZXJl");
    private static final Pattern MARK = Pattern.compile("sluice[0-9]{39}x", Pattern.CASE_INSENSITIVE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String url;
    private Path data;
    private Program program;

    private record Heard(String uri, Map<String, String> headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        data = Program.folder("secrets");
        Path dir = Files.createDirectories(data.resolveSibling("secrets"));
        secret(dir, "api", CANARY, "127.0.0.1");
        secret(dir, "hook", url + "/hooks/hookhush", "127.0.0.1");
        secret(dir, "gone", url + "/fail/hooks/hookhush?k=hookhush", "127.0.0.1");
        secret(dir, "elsewhere", "ZWxzZXdoZXJl", "api.example.org");
        program = new Program(
                data,
                Map.of(
                        "SLUICE_SECRETS_DIR", dir.toString(),
                        "SLUICE_QUEUE_RETRIES", "0",
                        "SLUICE_OUTBOUND_REDIRECTS", "1"));
        program.start();
        for (String module : List.of("webhook", "slack", "splunk-hec-export")) {
            program.ask("PATCH", "/api/v1/modules/action/" + module, Fields.of("enabled", true));
        }
    }

    @AfterEach
    void end() {
        program.close();
        server.stop(0);
    }

    private static void secret(Path dir, String name, String value, String hosts) throws IOException {
        Files.writeString(dir.resolve(name), value + "\n");
        Files.writeString(dir.resolve(name + ".hosts"), hosts);
    }

    /** Repeats whatever it was told, in a mood that the path tells; of /never nothing ever comes. */
    private void answer(HttpExchange call) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        call.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(call.getRequestURI().toString(), headers, body));
        if (call.getRequestURI().getPath().equals("/never")) {
            return;
        }
        if (call.getRequestURI().getPath().equals("/moved")) {
            call.getResponseHeaders().add("Location", url.replace("127.0.0.1", "localhost") + "/echo");
            call.sendResponseHeaders(307, -1);
            call.close();
            return;
        }
        byte[] echo = (call.getRequestURI() + " " + call.getRequestURI().getPath() + " " + headers + " " + body)
                .getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(call.getRequestURI().getPath().startsWith("/fail") ? 500 : 200, echo.length);
        call.getResponseBody().write(echo);
        call.close();
    }

    private Fields webhook(String path) {
        return Fields.of(
                "url", url + path + "?k=${secret:api}",
                "headers", "Authorization: Bearer ${secret:api}",
                "payload", "{\"key\": {{ '${secret:api}' | tojson }}, \"said\": {{ said | tojson }}}");
    }

    private long draw(String trigger, boolean blocking, String module, Fields params, Fields policy) {
        program.ask("POST", "/api/v1/triggers", Fields.of("id", trigger, "name", trigger, "blocking", blocking));
        Fields node = Fields.of(
                "id",
                2L,
                "name",
                module,
                "data",
                Fields.of("id", module, "module_type", "action", "indexed_params", params, "sluice", policy),
                "inputs",
                Fields.of("input_1", Fields.of("connections", new ArrayList<>())),
                "outputs",
                Fields.of("output_1", Fields.of("connections", new ArrayList<>())),
                "pos_x",
                300L,
                "pos_y",
                0L);
        Fields start = Fields.of(
                "id",
                1L,
                "name",
                trigger,
                "data",
                Fields.of("id", trigger, "module_type", "trigger", "indexed_params", new Fields()),
                "inputs",
                new Fields(),
                "outputs",
                Fields.of("output_1", Fields.of("connections", List.of(Fields.of("node", "2", "output", "input_1")))),
                "pos_x",
                0L,
                "pos_y",
                0L);
        Map<?, ?> made = (Map<?, ?>) program.ask(
                "POST", "/api/v1/workflows", Fields.of("trigger", trigger, "graph", Fields.of("1", start, "2", node)));
        program.ask("PATCH", "/api/v1/triggers/" + trigger, Fields.of("enabled", true));
        program.ask("PATCH", "/api/v1/workflows/" + made.get("id"), Fields.of("debug", true));
        return (long) made.get("id");
    }

    private Map<?, ?> fire(String trigger, String how) {
        return (Map<?, ?>) program.ask(
                "POST",
                "/api/v1/triggers/" + trigger + "/runs" + how,
                Fields.of("said", "the data says ${secret:api}"));
    }

    @Test
    void they_reach_the_server_they_are_for_in_its_encoding_and_data_is_no_parameter() {
        draw("tells", true, "webhook", webhook("/echo"), new Fields());

        assertThat(fire("tells", "").get("outcome")).isEqualTo("success");

        Heard it = heard.remove();
        assertThat(it.uri()).isEqualTo("/echo?k=cana%2Fry%2B%221q2w3e");
        assertThat(it.headers()).containsEntry("Authorization", "Bearer " + CANARY);
        assertThat(Json.parse(it.body())).isEqualTo(Fields.of("key", CANARY, "said", "the data says ${secret:api}"));
        assertNothingLeaked();
    }

    @Test
    void an_address_may_be_a_secret_as_a_whole() {
        draw(
                "hooks",
                true,
                "slack",
                Fields.of("url", "${secret:hook}", "message_template", "{{ said }}"),
                new Fields());

        assertThat(fire("hooks", "").get("outcome")).isEqualTo("success");
        Map<?, ?> dry = fire("hooks", "?dryRun=true");

        assertThat(heard.remove().uri()).isEqualTo("/hooks/hookhush");
        assertThat(heard).isEmpty();
        assertThat(Json.write(dry)).contains("${secret:hook}");
        assertNothingLeaked();
    }

    @Test
    void an_address_that_is_a_secret_is_not_told_by_a_server_that_repeats_it() {
        draw("gone", true, "slack", Fields.of("url", "${secret:gone}", "message_template", "{{ said }}"), new Fields());

        assertThat(Json.write(fire("gone", ""))).contains("Slack did not take the message (HTTP 500): *** ");

        assertThat(heard.remove().uri()).isEqualTo("/fail/hooks/hookhush?k=hookhush");
        assertNothingLeaked();
    }

    @Test
    void a_host_they_are_not_for_is_told_nothing() {
        draw(
                "strangers",
                true,
                "webhook",
                Fields.of("url", url + "/echo", "headers", "X-Key: ${secret:elsewhere}"),
                new Fields());

        for (String how : List.of("", "?dryRun=true")) {
            assertThat(Json.write(fire("strangers", how))).contains("is not for 127.0.0.1", "elsewhere.hosts");
        }

        assertThat(heard).isEmpty();
        assertNothingLeaked();
    }

    @Test
    void a_redirect_takes_them_nowhere_else() {
        draw("moves", true, "webhook", webhook("/moved"), new Fields());

        assertThat(Json.write(fire("moves", ""))).contains("is not for localhost");

        assertThat(heard).singleElement().extracting(Heard::uri).asString().startsWith("/moved");
        assertNothingLeaked();
    }

    @Test
    void one_that_is_not_there_is_told_when_the_workflow_is_checked_and_when_it_runs() {
        long workflow = draw(
                "misses",
                true,
                "webhook",
                Fields.of("url", url + "/echo", "headers", "X-Key: ${secret:none}"),
                new Fields());

        Map<?, ?> stored = (Map<?, ?>) program.ask("GET", "/api/v1/workflows/" + workflow, null);
        Object checked = program.ask(
                "POST", "/api/v1/workflows/check", Fields.of("trigger", "misses", "graph", stored.get("graph")));
        assertThat(Json.write(checked)).contains("There is no secret `none`");
        assertThat(Json.write(fire("misses", ""))).contains("There is no secret `none`");
        assertThat(heard).isEmpty();
    }

    @Test
    void where_they_cannot_stand_the_check_says_so() {
        long workflow = draw("elsewhere", true, "stop-execution", Fields.of("message", "${secret:api}"), new Fields());

        Map<?, ?> stored = (Map<?, ?>) program.ask("GET", "/api/v1/workflows/" + workflow, null);
        Object checked = program.ask(
                "POST", "/api/v1/workflows/check", Fields.of("trigger", "elsewhere", "graph", stored.get("graph")));

        assertThat(Json.write(checked)).contains("a secret cannot stand here");
        assertThat(Json.write(fire("elsewhere", ""))).contains("${secret:api}");
        assertNothingLeaked();
    }

    @Test
    void one_that_would_be_the_host_is_told_when_the_workflow_is_checked_and_when_it_runs() {
        long workflow = draw("hosts", true, "webhook", Fields.of("url", "https://${secret:api}/"), new Fields());

        Map<?, ?> stored = (Map<?, ?>) program.ask("GET", "/api/v1/workflows/" + workflow, null);
        Object checked = program.ask(
                "POST", "/api/v1/workflows/check", Fields.of("trigger", "hosts", "graph", stored.get("graph")));

        assertThat(Json.write(checked)).contains("The secret `api` stands in the host");
        assertThat(Json.write(fire("hosts", ""))).contains("The secret `api` stands in the host");
        assertNothingLeaked();
    }

    @Test
    void nothing_that_the_program_gives_out_holds_them_whatever_happens() {
        draw("repeats", true, "webhook", webhook("/fail"), new Fields());
        draw("later", false, "webhook", webhook("/echo"), new Fields());
        draw("dies", false, "webhook", webhook("/never"), Fields.of("timeout", "1s"));
        draw(
                "splunks",
                true,
                "splunk-hec-export",
                Fields.of("url", url + "/fail", "hec_token", "${secret:api}"),
                new Fields());

        assertThat(Json.write(fire("repeats", ""))).contains("Body returned: ", "***");
        assertThat(Json.write(fire("repeats", "?dryRun=true"))).contains("${secret:api}");
        fire("splunks", "");
        Map<?, ?> queued = fire("later", "");
        await().atMost(PATIENCE)
                .until(() -> program.get("/api/v1/runs/" + queued.get("runId")).statusCode() == 200);
        fire("dies", "");
        await().atMost(PATIENCE).until(() -> program.tasks("dead") == 1);

        assertThat(heard)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(it -> it.headers().toString().contains("1q2w3e"));
        assertNothingLeaked();
    }

    /** Everything that can be asked, and everything on disk but the secrets themselves. */
    private void assertNothingLeaked() {
        Map<?, ?> document =
                (Map<?, ?>) Json.parse(program.get("/q/openapi?format=json").body());
        List<String> asked = new ArrayList<>(List.of("/q/metrics", "/q/health", "/q/openapi"));
        ((Map<?, ?>) document.get("paths")).forEach((path, calls) -> {
            String address = (String) path;
            if (((Map<?, ?>) calls).containsKey("get") && !address.endsWith("/live") && !address.endsWith("/backup")) {
                asked.addAll(addresses(address));
            }
        });
        assertThat(asked).hasSizeGreaterThan(15);
        for (String address : asked) {
            assertClean(address, program.get(address).body());
        }
        try {
            assertClean("the log", program.logged());
            try (var files = Files.list(data)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".log")).toList()) {
                    assertClean(file.toString(), Files.readString(file));
                }
            }
            assertClean("the database", dump());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** An address with each run, workflow and the like that there is in the place of its parameter. */
    private List<String> addresses(String path) {
        if (!path.contains("{")) {
            return List.of(path);
        }
        List<String> all = new ArrayList<>();
        if (path.startsWith("/api/v1/runs/{")) {
            ids("/api/v1/runs?size=100", "runId").forEach(it -> all.add(path.replaceFirst("\\{[^}]*}", it)));
        } else if (path.startsWith("/api/v1/workflows/{")) {
            ids("/api/v1/workflows?size=100", "id")
                    .forEach(it -> all.add(path.replaceFirst("\\{[^}]*}", it).replaceFirst("\\{[^}]*}", "1")));
        } else if (path.startsWith("/api/v1/tasks/{")) {
            ids("/api/v1/tasks?size=100", "id").forEach(it -> all.add(path.replaceFirst("\\{[^}]*}", it)));
        }
        return all;
    }

    private List<String> ids(String list, String name) {
        Map<?, ?> page = (Map<?, ?>) program.ask("GET", list, null);
        return ((List<?>) page.get("items"))
                .stream().map(it -> String.valueOf(((Map<?, ?>) it).get(name))).toList();
    }

    private String dump() throws Exception {
        program.terminate();
        StringBuilder all = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:"
                        + data.resolve("sluice").toAbsolutePath() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script")) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    private static void assertClean(String where, String text) {
        for (String canary : CANARIES) {
            assertThat(text).as(where).doesNotContain(canary);
        }
        assertThat(MARK.matcher(text).find()).as("a mark in " + where).isFalse();
    }
}
