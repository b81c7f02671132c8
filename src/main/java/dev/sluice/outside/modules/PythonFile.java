package dev.sluice.outside.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in which a module is written, as it was when it was looked at.
 *
 * @param version changes when the file does
 */
record PythonFile(Path path, String version) {
    static PythonFile of(Path path) throws IOException {
        return new PythonFile(
                path.toAbsolutePath(), Files.getLastModifiedTime(path).toMillis() + "-" + Files.size(path));
    }

    /** The file's name without its ending. */
    String name() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - ".py".length());
    }
}
