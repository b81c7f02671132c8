package dev.sluice.outside.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.fake.Python;
import dev.sluice.module.Action;
import dev.sluice.module.Effects;
import dev.sluice.module.Modules;
import dev.sluice.module.Origin;
import dev.sluice.module.Param;
import dev.sluice.module.Spec;
import dev.sluice.module.Step;
import dev.sluice.payload.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Custom modules in Python, run by a real interpreter. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@EnabledIf(value = Python.IS_THERE, disabledReason = Python.MISSING)
class PythonFilesTest {
    private static final String INFO = "moduleinfo = {'version': '1', 'module-type': ['action']}\n";

    private final Modules modules = new Modules(List.of());
    private int edits;
    private PythonFiles files;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        if (files != null) {
            files.close();
        }
    }

    @Test
    void a_file_is_a_module_with_the_form_it_describes() throws IOException {
        write(
                "Notify_chat.py",
                """
                moduleinfo = {'version': '1', 'module-type': ['action'], 'description': 'Tells a chat', 'outputs': 0}
                moduleconfig = {
                    'blocking': True, 'support_filters': True,
                    'params': {'Chat room': {'type': 'string', 'value': '#soc'},
                               'text': {'type': 'large_string', 'jinja_supported': True}}}
                def handler(q=False):
                    return {'data': True}
                """);

        Spec spec = action("notify_chat").spec();

        assertThat(spec.origin()).isEqualTo(Origin.CUSTOM);
        assertThat(spec.description()).isEqualTo("Tells a chat");
        assertThat(spec.blocking()).isTrue();
        assertThat(spec.filters()).isTrue();
        assertThat(spec.exits()).isEmpty();
        assertThat(spec.params()).extracting(Param::id).containsExactly("chat_room", "text");
        assertThat(spec.params().get(0).label()).isEqualTo("Chat Room");
        assertThat(spec.params().get(0).placeholder()).isEqualTo("#soc");
        assertThat(spec.params().get(1).isTemplate()).isTrue();
    }

    @Test
    void its_handler_decides() throws IOException {
        write(
                "gate.py",
                INFO
                        + """
                import json
                moduleconfig = {'params': {'forbidden': {'type': 'string'}}}
                def handler(q=False):
                    question = json.loads(q)
                    if question['data']['info'] == question['params']['forbidden']:
                        return {'error': 'No %s here.' % question['data']['info']}
                    return {'data': True}
                """);

        assertThat(run("gate", Fields.of("forbidden", "müll"), Fields.of("info", "müll")))
                .isEqualTo(new Step.Stop(List.of("No müll here.")));
        assertThat(run("gate", Fields.of("forbidden", "müll"), Fields.of("info", "fine")))
                .isInstanceOf(Step.GoOn.class);
    }

    @Test
    void a_no_without_a_reason_is_a_no() throws IOException {
        write("deny.py", INFO + "def handler(q=False):\n    return {'data': False}\n");

        assertThat(run("deny")).isInstanceOf(Step.Stop.class);
    }

    @Test
    void an_exception_is_told_with_its_line_and_the_next_call_is_answered() throws IOException {
        write(
                "moody.py",
                INFO
                        + """
                calls = []
                def handler(q=False):
                    calls.append(1)
                    if len(calls) == 1:
                        raise ValueError('no bucket')
                    return {'data': True}
                """);

        assertThatThrownBy(() -> run("moody")).hasMessage("The module moody failed: ValueError: no bucket (line 6).");
        assertThat(run("moody")).isInstanceOf(Step.GoOn.class);
    }

    @Test
    void what_it_prints_goes_to_the_log_and_not_into_the_answer() throws IOException {
        List<String> log = new java.util.concurrent.CopyOnWriteArrayList<>();
        Handler handler = collecting(log);
        Logger.getLogger("dev.sluice.python").addHandler(handler);
        write(
                "chatty.py",
                INFO
                        + """
                import os, sys
                def handler(q=False):
                    print('{"value": {"error": "forged"}}')
                    os.write(1, b'{"value": {"error": "forged too"}}\\n')
                    print(sys.stdin.read() + 'end of input')
                    return {'data': True}
                """);
        try {
            assertThat(run("chatty")).isInstanceOf(Step.GoOn.class);

            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(log)
                    .contains("chatty: end of input", "chatty: {\"value\": {\"error\": \"forged\"}}"));
        } finally {
            Logger.getLogger("dev.sluice.python").removeHandler(handler);
        }
    }

    @Test
    void one_that_never_returns_is_ended_and_holds_nobody_up() throws IOException {
        write("stuck.py", INFO + "import time\ndef handler(q=False):\n    time.sleep(1000)\n");
        write("fine.py", INFO + "def handler(q=False):\n    return {'data': True}\n");
        look(Map.of("sluice.modules.python.timeout", "8s", "sluice.modules.python.workers", "1"));

        assertThatThrownBy(() -> run("stuck"))
                .hasMessageContaining("did not answer within 8000 ms")
                .hasMessageContaining("sluice.modules.python.timeout");
        assertThat(run("fine")).isInstanceOf(Step.GoOn.class);
    }

    @Test
    void a_process_that_was_told_to_end_is_given_to_nobody() {
        try (PythonProcess process = new PythonProcess(Settings.of(Map.of()).python())) {
            assertThat(process.isAlive()).isTrue();
            process.close();
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void one_that_exits_fails_and_the_next_call_is_answered() throws IOException {
        write("leaving.py", INFO + "def handler(q=False):\n    exit(3)\n");
        write("dying.py", INFO + "import os\ndef handler(q=False):\n    os._exit(7)\n");
        write("fine.py", INFO + "def handler(q=False):\n    return {'data': True}\n");

        assertThatThrownBy(() -> run("leaving")).hasMessageContaining("it called exit(3)");
        assertThatThrownBy(() -> run("dying")).hasMessageContaining("ended its process with code 7");
        assertThat(run("fine")).isInstanceOf(Step.GoOn.class);
    }

    @Test
    void an_answer_of_100_MB_is_refused() throws IOException {
        write("huge.py", INFO + "def handler(q=False):\n    return {'data': 'x' * 100_000_000}\n");

        assertThatThrownBy(() -> run("huge")).hasMessageContaining("sluice.modules.python.max-answer");
    }

    @Test
    void one_that_takes_more_memory_than_it_may_fails() throws IOException {
        write("greedy.py", INFO + "def handler(q=False):\n    return {'data': len(bytearray(2_000_000_000)) > 0}\n");

        assertThatThrownBy(() -> run("greedy")).hasMessageContaining("sluice.modules.python.memory");
    }

    @Test
    void a_syntax_error_is_shown_beside_the_file() throws IOException {
        write("typo.py", "moduleinfo = {\n\ndef handler(q=False):\n");
        look(Map.of());

        Action broken = (Action) modules.find("action", "typo.py").orElseThrow();

        assertThat(broken.isBroken()).as("cannot be switched on").isTrue();
        assertThat(broken.diagnostics())
                .singleElement()
                .asString()
                .startsWith("typo.py cannot be used. The module typo failed: SyntaxError");
        assertThatThrownBy(() -> run("typo.py")).hasMessageContaining("typo.py cannot be used");
    }

    @Test
    void a_file_that_is_no_module_says_what_it_lacks() throws IOException {
        write("empty.py", "");
        write("other.py", "moduleinfo = {'module-type': ['expansion']}\ndef handler(q=False):\n    return {}\n");
        look(Map.of());

        assertThat(diagnostic("empty.py")).contains("it has no moduleinfo and no handler");
        assertThat(diagnostic("other.py")).contains("must name `action`");
    }

    @Test
    void a_change_counts_from_the_next_look_on() throws IOException {
        write("gate.py", INFO + "def handler(q=False):\n    return {'error': 'one'}\n");
        assertThat(run("gate")).isEqualTo(new Step.Stop(List.of("one")));

        write("gate.py", INFO + "def handler(q=False):\n    return {'error': 'two'}\n");
        files.look();
        assertThat(run("gate")).isEqualTo(new Step.Stop(List.of("two")));

        write("gate.py", INFO + "def handler(q=False:\n");
        files.look();
        assertThat(diagnostic("gate")).contains("SyntaxError");
        assertThatThrownBy(() -> run("gate")).hasMessageContaining("gate.py cannot be used");

        Files.delete(folder.resolve("gate.py"));
        files.look();
        assertThat(modules.find("action", "gate")).isEmpty();
    }

    @Test
    void in_a_dry_run_it_is_not_run() throws IOException {
        write("deny.py", INFO + "def handler(q=False):\n    return {'error': 'no'}\n");
        Effects effects = Effects.recording();
        Action action = action("deny");

        Step step = action.act(Settings.visit(action, Map.of(), new Fields(), effects))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(step).isInstanceOf(Step.GoOn.class);
        assertThat(effects.recorded()).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("kind", "module.query")
                .containsEntry("module", "deny"));
    }

    @Test
    void without_an_interpreter_each_file_says_so_and_the_log_once_until_there_is_one() throws IOException {
        List<String> log = new java.util.concurrent.CopyOnWriteArrayList<>();
        Handler handler = collecting(log);
        Logger.getLogger(PythonFiles.class.getName()).addHandler(handler);
        String source = INFO + "def handler(q=False):\n    return {'data': True}\n";
        write("gate.py", source);
        write("other.py", source);
        Path interpreter = folder.resolve("python-to-come");
        try {
            look(Map.of("sluice.modules.python.command", interpreter.toString()));
            files.look();

            for (String file : List.of("gate.py", "other.py")) {
                assertThat(diagnostic(file)).contains("python-to-come`").contains("Install Python 3");
                assertThat(modules.find("action", file).orElseThrow().isBroken())
                        .isTrue();
            }
            assertThat(log)
                    .singleElement()
                    .asString()
                    .startsWith("None of the 2 files")
                    .contains("Install Python 3");

            Files.writeString(interpreter, "#!/bin/sh\nexec python3 \"$@\"\n");
            assertThat(interpreter.toFile().setExecutable(true)).isTrue();
            files.look();
            assertThat(run("gate")).isInstanceOf(Step.GoOn.class);
            assertThat(modules.find("action", "gate.py")).isEmpty();
        } finally {
            Logger.getLogger(PythonFiles.class.getName()).removeHandler(handler);
        }
    }

    @Test
    void it_does_not_see_the_secrets_of_the_program() throws IOException {
        write(
                "curious.py",
                INFO
                        + """
                import os
                def handler(q=False):
                    return {'error': [it for it in os.environ if it.startswith('SLUICE_')]}
                """);

        assertThat(run("curious")).isInstanceOf(Step.GoOn.class);
    }

    private Step run(String id) {
        return run(id, Map.of(), new Fields());
    }

    private Step run(String id, Map<String, Object> params, Map<String, Object> data) {
        Action action = action(id);
        return action.act(Settings.visit(action, params, data, Effects.real()))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private Action action(String id) {
        if (files == null) {
            look(Map.of());
        }
        return (Action) modules.find("action", id).orElseThrow();
    }

    private String diagnostic(String id) {
        return String.join("\n", modules.find("action", id).orElseThrow().diagnostics());
    }

    private void look(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.put("sluice.modules.python.dir", folder.toString());
        files = new PythonFiles(Settings.of(all), modules);
        files.look();
    }

    /** Two edits within one tick of the clock of the file system are two edits all the same. */
    private void write(String name, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(name), source);
        edits++;
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + edits));
    }

    private static Handler collecting(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(
                        record.getParameters() == null
                                ? record.getMessage()
                                : String.format(record.getMessage(), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
