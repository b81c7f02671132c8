package dev.sluice.outside.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Jars as those who write modules build them: compiled against the program, with a file that names the modules. */
public final class Jars {
    private Jars() {}

    /** A jar with one class, which {@code META-INF/services} names. */
    public static void write(Path jar, String className, String source) throws IOException {
        write(jar, className, source, className);
    }

    static void write(Path jar, String className, String source, String services) throws IOException {
        Path classes = Files.createTempDirectory("classes");
        compile(classes, className, source);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                add(entries, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            if (services != null) {
                add(
                        entries,
                        "META-INF/services/dev.sluice.module.WorkflowModule",
                        services.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void add(JarOutputStream entries, String name, byte[] content) throws IOException {
        entries.putNextEntry(new JarEntry(name.replace('\\', '/')));
        entries.write(content);
        entries.closeEntry();
    }

    private static void compile(Path classes, String className, String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(file))
                .call();
        assertThat(compiled).as(said.toString()).isTrue();
    }
}
