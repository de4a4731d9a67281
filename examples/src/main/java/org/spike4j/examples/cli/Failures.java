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

    private static final Set<Class<?>> WRAPPERS =
            Set.of(UncheckedIOException.class, ExecutionException.class, CompletionException.class);

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String hint = UnmatchedArgumentException.printSuggestions(e, new PrintWriter(PrintWriter.nullWriter()))
                ? "did you mean " + String.join(" or ", ((UnmatchedArgumentException) e).getSuggestions()) + "?"
                : "see " + command.getCommandSpec().qualifiedName() + " --help";
        print(command.getErr(), sentence(e.getMessage()) + "; " + hint);
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
            command.getErr().println("spike4j: --verbose shows where");
        }
        command.getErr().flush();
        return input ? BAD_INPUT : FAILED;
    }

    private static boolean isBadInput(Throwable e) {
        return e instanceof IllegalArgumentException
                || e instanceof EventFileException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException
                || e instanceof NotDirectoryException
                || e instanceof FileAlreadyExistsException
                || e instanceof AccessDeniedException;
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
        boolean named = e.getMessage() != null && !e.getMessage().isBlank();
        String kind = e.getClass().getSimpleName();
        return !named
                ? kind
                : e instanceof IllegalArgumentException || isBadInput(e)
                        ? e.getMessage()
                        : kind + ": " + e.getMessage();
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static void print(PrintWriter err, String message) {
        err.println("spike4j: " + message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " "));
        err.flush();
    }
}
