package io.accession.cli;

import io.accession.api.UnitFailure;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "failures", description = "Show what an upload job could not register, and why.")
final class JobFailures implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "J", description = "Id of the upload job, or the file name of its manifest.")
    private String name = "";

    @ArgGroup
    private @Nullable Form form;

    static final class Form {
        @Option(
                names = "--csv",
                paramLabel = "FILE",
                description = "Write them as CSV, one row per URL; - is standard output.")
        private @Nullable String csv;

        @Option(
                names = "--manifest",
                paramLabel = "FILE",
                description = "Write a manifest of the failed entries alone; - is standard output.")
        private @Nullable String manifest;
    }

    JobFailures(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (form != null && options.json()) {
            throw new UsageException("--json does not go with --csv or --manifest.");
        }
        var client = options.connect();
        var id = new Names(client).job(name);
        if (form != null && form.csv != null) {
            GivenFiles.write(client.jobs().failuresAsCsv(id), form.csv, options.surroundings());
        } else if (form != null && form.manifest != null) {
            GivenFiles.write(client.jobs().failedManifest(id), form.manifest, options.surroundings());
        } else {
            options.printer().printAll(client.jobs().failures(id).stream(), table(), "Nothing failed.");
        }
        return ExitCodes.DONE;
    }

    private static Table<UnitFailure> table() {
        return Table.<UnitFailure>empty()
                .number("LINE", UnitFailure::line)
                .text("ENTRY", UnitFailure::jsonPointer)
                .text("CODE", UnitFailure::code)
                .text("MESSAGE", UnitFailure::message)
                .text(
                        "OBJECT",
                        failure -> failure.objectUrls().isEmpty()
                                ? null
                                : failure.objectUrls().getFirst());
    }
}
