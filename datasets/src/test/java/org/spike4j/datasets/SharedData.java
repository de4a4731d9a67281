package org.spike4j.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real recordings that may lie beside the repository; tests of them are left out where they are absent. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder of shared/data beside some folder above the working directory, or skips the test. */
    public static Path require(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolve("shared/data").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
            folder = folder.getParent();
        }
        assumeTrue(false, "shared/data/" + name + " is not beside the repository");
        throw new AssertionError("not reached");
    }
}
