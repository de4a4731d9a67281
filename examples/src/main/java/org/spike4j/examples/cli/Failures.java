package org.spike4j.examples.cli;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.sets.IdxException;
import org.spike4j.datasets.video.VideoFileException;
import org.spike4j.training.model.ModelFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one sentence on standard error and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** The run failed. */
    static final int FAILED = 1;

    /** Wrong usage or bad input. */
    static final int BAD_INPUT = 2;

    /** Ended by Ctrl-C, as shells count: 128 and the number of the signal. */
    static final int INTERRUPTED = 130;

    /** What follows the complaint of a run that failed. */
    static final String WHERE = "spike4j: --verbose shows where";

    private static final Set<Class<?>> BAD_INPUT_KINDS = Set.of(
            EventFileException.class,
            VideoFileException.class,
            ListFileException.class,
            IdxException.class,
            ModelFileException.class,
            NoSuchFileException.class,
            FileNotFoundException.class,
            NotDirectoryException.class,
            FileAlreadyExistsException.class,
            AccessDeniedException.class);

    private static final Set<Class<?>> WRAPPERS =
            Set.of(UncheckedIOException.class, ExecutionException.class, CompletionException.class);

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        print(command.getErr(), complaint(e) + "; " + hint(e));
        return BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        Throwable cause = unwrapped(e);
        boolean input = isBadInput(cause);
        print(command.getErr(), input ? describe(cause) : "the run failed: " + describe(cause));
        if (command.getCommand() instanceof SpikeCommand spike && spike.verbose()) {
            e.printStackTrace(command.getErr());
        } else if (!input) {
            command.getErr().println(WHERE);
        }
        command.getErr().flush();
        return input ? BAD_INPUT : FAILED;
    }

    private static String complaint(ParameterException e) {
        boolean commands = !e.getCommandLine().getSubcommands().isEmpty();
        if (commands && e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "there is no command " + unmatched.getUnmatched().get(0);
        }
        String message = e.getMessage();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static String hint(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return "see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }

    private static boolean isBadInput(Throwable e) {
        return e instanceof IllegalArgumentException || BAD_INPUT_KINDS.contains(e.getClass());
    }

    private static Throwable unwrapped(Throwable e) {
        Throwable cause = e;
        while (WRAPPERS.contains(cause.getClass()) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String describe(Throwable e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return e.getMessage() + ": no such file or folder; check the path";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + ": access denied; check the permissions";
        }
        if (e instanceof NotDirectoryException) {
            return e.getMessage() + ": not a folder; check the path";
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + ": exists and is not a folder; choose another path";
        }
        if (e.getMessage() == null || e.getMessage().isBlank()) {
            return e.getClass().getSimpleName();
        }
        return isBadInput(e) ? e.getMessage() : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static void print(PrintWriter err, String message) {
        err.println("spike4j: " + message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " "));
        err.flush();
    }
}
