package org.spike4j.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;

/** Where the command line starts. */
public final class Main {
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "warn");
        }
        goAroundTheFilter();
        int exitCode = run(args);
        System.err.flush();
        System.out.flush();
        System.exit(exitCode);
    }

    private static int run(String[] args) {
        try {
            return Spike4jCommand.commandLine().execute(args);
        } catch (OutOfMemoryError e) {
            System.err.println(
                    "spike4j: out of memory (" + e.getMessage() + "); use a smaller --batch or a smaller recipe");
            return Failures.FAILED;
        }
    }

    /**
     * Writes errors to the descriptor that the start script names: the standard one leads through the script's filter for
     * the greeting of the JVM. Without the script there is no filter and nothing to do.
     */
    private static void goAroundTheFilter() {
        Integer number = Integer.getInteger("spike4j.stderr");
        if (number == null) {
            return;
        }
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            System.setErr(new PrintStream(new FileOutputStream(constructor.newInstance(number)), true));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The filter passes everything else on, so standard error still works.
            return;
        }
    }
}
