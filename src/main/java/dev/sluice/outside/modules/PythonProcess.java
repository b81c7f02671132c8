package dev.sluice.outside.modules;

import dev.sluice.outside.OutsideException;
import dev.sluice.payload.Fields;
import dev.sluice.payload.Json;
import dev.sluice.payload.PayloadException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A process that runs modules, one at a time; whoever has it blocks while a module runs. One that fails is ended. */
final class PythonProcess implements AutoCloseable {
    /** What modules print. */
    private static final Logger PRINTED = Logger.getLogger("dev.sluice.python");

    private static final String SCRIPT = script();
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 1_000;

    /** Around an answer: its braces, and the longest sentence that says why there is none. */
    private static final int FRAME = 32_000;

    private final ModulesConfig.Python config;
    private final Process process;
    private final InputStream answers;
    private final OutputStream requests;
    private volatile String module = "";
    private volatile int lines;
    private volatile boolean late;

    /** Told to end, which takes the system a moment: nobody may be given it in between. */
    private volatile boolean spent;

    /**
     * Starts a process.
     *
     * @throws OutsideException where there is no interpreter
     */
    PythonProcess(ModulesConfig.Python config) {
        this.config = config;
        ProcessBuilder builder = new ProcessBuilder(
                config.command(),
                "-B",
                "-c",
                SCRIPT,
                String.valueOf(config.memory().asLongValue()),
                String.valueOf(config.maxAnswer().asLongValue()));
        builder.environment().keySet().removeIf(it -> it.startsWith("SLUICE_") || it.startsWith("QUARKUS_"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new OutsideException(noInterpreter(config));
        }
        answers = new BufferedInputStream(process.getInputStream());
        requests = process.getOutputStream();
        Thread printer = new Thread(this::print, "python-" + process.pid());
        printer.setDaemon(true);
        printer.start();
    }

    /** What keeps every module from running: that there is no interpreter. "" where there is one. Blocks a little. */
    static String trouble(ModulesConfig.Python config) {
        try {
            new ProcessBuilder(config.command(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return "";
        } catch (IOException e) {
            return noInterpreter(config);
        }
    }

    private static String noInterpreter(ModulesConfig.Python config) {
        return "Modules written in Python need `" + config.command()
                + "`, which cannot be started here. Install Python 3, or set sluice.modules.python.command"
                + " (SLUICE_MODULES_PYTHON_COMMAND).";
    }

    /** What the module in a file says of itself. */
    Object describe(PythonFile file) {
        return call(file, "describe", null);
    }

    /** What the module in a file answers to a question in JSON. */
    Object handle(PythonFile file, byte[] question) {
        return call(file, "handle", question);
    }

    boolean isAlive() {
        return !spent && process.isAlive();
    }

    private Object call(PythonFile file, String what, byte[] question) {
        module = file.name();
        lines = 0;
        Future<?> alarm = Infrastructure.getDefaultWorkerPool()
                .schedule(this::endLate, config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            requests.write(
                    Json.writeBytes(Fields.of("do", what, "file", file.path().toString(), "version", file.version())));
            requests.write('\n');
            if (question != null) {
                requests.write(question);
                requests.write('\n');
            }
            requests.flush();
            return value(file, read(file));
        } catch (IOException e) {
            throw ended(file);
        } finally {
            alarm.cancel(false);
        }
    }

    private byte[] read(PythonFile file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long most = config.maxAnswer().asLongValue() + FRAME;
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw ended(file);
            }
            if (line.size() >= most) {
                close();
                throw new OutsideException("The module " + file.name() + " wrote more than an answer may hold.");
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private Object value(PythonFile file, byte[] line) {
        try {
            Map<String, Object> answer = Entry.map(Json.parse(line));
            if (answer.containsKey("failed")) {
                throw new OutsideException("The module " + file.name() + " failed: " + answer.get("failed") + ".");
            }
            return answer.get("value");
        } catch (PayloadException e) {
            close();
            throw new OutsideException("The module " + file.name() + " answered what is no JSON: " + e.getMessage());
        }
    }

    private OutsideException ended(PythonFile file) {
        if (late) {
            return new OutsideException("The module " + file.name() + " did not answer within "
                    + config.timeout().toMillis() + " ms and was ended. To wait longer, set"
                    + " sluice.modules.python.timeout.");
        }
        try {
            return process.waitFor(1, TimeUnit.SECONDS)
                    ? new OutsideException("The module " + file.name() + " ended its process with code "
                            + process.exitValue() + " instead of answering.")
                    : new OutsideException("The module " + file.name() + " closed its connection with Sluice.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OutsideException("Sluice is stopping.");
        } finally {
            close();
        }
    }

    private void endLate() {
        late = true;
        close();
    }

    /** Ends the process and those it has started. */
    @Override
    public void close() {
        spent = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void print() {
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = printed.read(); next >= 0; next = printed.read()) {
                if (next == '\n') {
                    print(line);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) next);
                }
            }
            print(line);
        } catch (IOException e) {
            PRINTED.debug("The process has ended", e);
        }
    }

    private void print(StringBuilder line) {
        int count = lines;
        lines = count + 1;
        if (!line.isEmpty() && count < MOST_LINES) {
            PRINTED.infof("%s: %s", module, line);
        } else if (count == MOST_LINES) {
            PRINTED.infof("%s: prints more than %d lines; the rest is left out", module, MOST_LINES);
        }
        line.setLength(0);
    }

    private static String script() {
        try (InputStream in = PythonProcess.class.getResourceAsStream("/python/runner.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
