package io.accession.cli;

import io.accession.api.Problem;
import io.accession.client.AccessionException;
import io.accession.client.RequestRefusedException;
import io.accession.client.ServerUnreachableException;
import io.accession.client.UnexpectedAnswerException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on standard error what went wrong, in words, and chooses the exit code. */
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final PrintStream error;

    Complaints(PrintStream error) {
        this.error = error;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] words) {
        say(exception.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(exception, new PrintWriter(error, true, error.charset()))) {
            error.println("Try '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCodes.REFUSED;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, @Nullable ParseResult result) {
        return switch (exception) {
            case UsageException usage -> {
                say(usage.getMessage());
                yield ExitCodes.REFUSED;
            }
            case AccessionException failure -> say(failure);
            case UncheckedIOException file -> {
                say(reason(file));
                yield ExitCodes.REFUSED;
            }
            default -> {
                say("This is a fault of the program: " + exception);
                yield ExitCodes.BROKEN;
            }
        };
    }

    private int say(AccessionException failure) {
        say(failure.getMessage());
        return switch (failure) {
            case RequestRefusedException refused -> {
                sayMore(refused.problem());
                yield refused.problem().status() >= 500 ? ExitCodes.UNREACHABLE : ExitCodes.REFUSED;
            }
            case ServerUnreachableException _, UnexpectedAnswerException _ -> ExitCodes.UNREACHABLE;
        };
    }

    private void sayMore(Problem problem) {
        if (problem.line() != null) {
            error.println("  at line " + problem.line() + ", column " + problem.column() + ", byte "
                    + problem.byteOffset()
                    + (problem.pointer() == null || problem.pointer().isEmpty() ? "" : ", " + problem.pointer()));
        }
        if (problem.errors() != null) {
            problem.errors().forEach(this::sayFault);
        }
        if (problem.retryAfterSeconds() != null) {
            error.println("  Try again in " + problem.retryAfterSeconds() + " seconds.");
        }
        if (problem.status() >= 500 && problem.requestId() != null) {
            error.println("  The server's log tells more about request " + problem.requestId() + ".");
        }
    }

    private void sayFault(Problem.Fault fault) {
        var place = fault.pointer() == null || fault.pointer().isEmpty() ? "" : fault.pointer() + ": ";
        error.println("  " + Terminals.printable(place + fault.detail()));
    }

    private void say(@Nullable String message) {
        error.println("accession: " + (message == null ? "it did not work." : message));
    }

    private static String reason(UncheckedIOException failure) {
        if (failure.getCause() instanceof FileSystemException file) {
            var why = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return file.getFile() + ": " + why;
        }
        return String.valueOf(failure.getMessage());
    }
}
