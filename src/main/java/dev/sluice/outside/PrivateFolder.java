package dev.sluice.outside;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that only the user we run as may look into. One that exists is left as its owner made it. */
public final class PrivateFolder {
    private PrivateFolder() {}

    /** Makes the folder where it does not exist, with mode 700 where the file system knows modes. */
    public static Path make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return Files.createDirectories(folder);
    }
}
