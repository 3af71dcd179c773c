package io.accession.cli;

import io.accession.client.AccessionClient;
import io.accession.client.Manifest;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "register", description = "Register the objects that a manifest names.")
final class Register implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(
            paramLabel = "MANIFEST",
            description =
                    "A manifest in JSON, NDJSON or CSV, plain or compressed with gzip or zstd; - is standard input.")
    private String manifest = "";

    @Option(names = "--folder", paramLabel = "F", required = true, description = "Id or name of the folder.")
    private String folder = "";

    @Option(
            names = "--integration",
            paramLabel = "T",
            required = true,
            description = "Id or title of the storage integration to reach the objects through.")
    private String integration = "";

    @Option(
            names = "--dataset",
            paramLabel = "D",
            description = "Id or title of a dataset whose rows the items become, besides lying in the folder.")
    private @Nullable String dataset;

    @Option(
            names = "--ignore-errors",
            description = "Register what is sound. Otherwise one bad entry keeps all others out.")
    private boolean ignoreErrors;

    @Option(
            names = "--skip-duplicate-urls",
            description = "Register no object twice, unless the manifest itself says false.")
    private boolean skipDuplicateUrls;

    @Option(
            names = "--upsert-metadata",
            description = "Bring the metadata of what is there already up to date; goes with --skip-duplicate-urls.")
    private boolean upsertMetadata;

    @Option(names = "--type", paramLabel = "TYPE", description = "The type of those lines of NDJSON that name none.")
    private @Nullable String type;

    @Option(names = "--plan", description = "Only tell what would happen.")
    private boolean plan;

    @Mixin
    private final OutcomeOptions outcome = new OutcomeOptions();

    Register(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        refuseContradictions();
        var source = manifest.equals("-")
                ? Manifest.of("", options.surroundings().in())
                : Manifest.of(GivenFiles.readable(Path.of(manifest)));
        var client = options.connect();
        try (var progress = Progress.on(options.surroundings())) {
            var names = new Names(client);
            var folderId = names.folder(folder);
            var integrationId = names.integration(integration);
            var sending = asOptionsSay(source, names).telling(progress::sent);
            return plan
                    ? plan(client, folderId, integrationId, sending, progress)
                    : register(client, folderId, integrationId, sending, progress);
        }
    }

    private Manifest asOptionsSay(Manifest source, Names names) {
        var manifest = skipDuplicateUrls ? source.skippingDuplicateUrls() : source;
        manifest = dataset == null ? manifest : manifest.forDataset(names.dataset(dataset));
        manifest = upsertMetadata ? manifest.upsertingMetadata() : manifest;
        return type == null ? manifest : manifest.ofType(type);
    }

    private void refuseContradictions() {
        if (plan && (outcome.areGiven() || ignoreErrors)) {
            throw new UsageException(
                    "--plan registers nothing, so it does not go with --detach, --ignore-errors, --failures-csv and"
                            + " --failed-only.");
        }
        outcome.refuseContradictions(options);
    }

    /** 1 when some entries could not be registered. */
    private int plan(AccessionClient client, UUID folderId, UUID integrationId, Manifest source, Progress progress) {
        var report = client.jobs().plan(folderId, integrationId, source);
        progress.close();
        options.printer().print(report, () -> JobText.of(report));
        return report.invalid() == 0 ? ExitCodes.DONE : ExitCodes.FAILURES;
    }

    private int register(
            AccessionClient client, UUID folderId, UUID integrationId, Manifest source, Progress progress) {
        var job = client.jobs().register(folderId, integrationId, ignoreErrors, source);
        return outcome.of(job, client, options, progress);
    }
}
