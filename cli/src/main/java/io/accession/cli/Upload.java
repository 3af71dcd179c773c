package io.accession.cli;

import io.accession.client.FileUpload;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "upload", description = "Put files from this machine into the server's storage and register them.")
final class Upload implements Callable<Integer> {

    /** As many as one upload may have. */
    private static final int MOST = 10_000;

    @Mixin
    private final ClientOptions options;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Images, videos, sound, PDFs and texts; the end of the name says what a file is.")
    private List<Path> files = List.of();

    @Option(names = "--folder", paramLabel = "F", required = true, description = "Id or name of the folder.")
    private String folder = "";

    @Option(
            names = "--dataset",
            paramLabel = "D",
            description = "Id or title of a dataset whose rows the items become, besides lying in the folder.")
    private @Nullable String dataset;

    @Option(
            names = "--ignore-errors",
            description = "Register what is sound. Otherwise one bad file keeps all others out.")
    private boolean ignoreErrors;

    @Mixin
    private final OutcomeOptions outcome = new OutcomeOptions();

    Upload(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        outcome.refuseContradictions(options);
        requireFew();
        files.forEach(GivenFiles::readable);
        var client = options.connect();
        try (var progress = Progress.on(options.surroundings())) {
            var names = new Names(client);
            var into = names.folder(folder);
            var upload = FileUpload.of(files).telling(progress::sent);
            upload = dataset == null ? upload : upload.forDataset(names.dataset(dataset));
            upload = ignoreErrors ? upload.ignoringErrors() : upload;
            return outcome.of(client.jobs().upload(into, upload), client, options, progress);
        }
    }

    private void requireFew() {
        if (files.size() > MOST) {
            throw new UsageException("These are " + files.size() + " files, and one upload may have " + MOST
                    + ": name fewer at a time.");
        }
    }
}
