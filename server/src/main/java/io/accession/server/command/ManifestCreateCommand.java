package io.accession.server.command;

import io.accession.api.ManifestEvent;
import io.accession.api.ManifestEvent.Drafted;
import io.accession.cli.ClientOptions;
import io.accession.cli.ExitCodes;
import io.accession.cli.GivenFiles;
import io.accession.cli.Names;
import io.accession.cli.Surroundings;
import io.accession.cli.UsageException;
import io.accession.core.domain.RegistryException;
import io.accession.core.draft.DraftLimits;
import io.accession.core.draft.ManifestDraft;
import io.accession.core.manifest.ManifestLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes manifests of what lies in a bucket, or of a listing that somebody has already. */
@Command(
        name = "create",
        description = "Make a manifest of everything below some prefixes of a bucket, or of a listing of it.")
final class ManifestCreateCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions client;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    @Parameters(
            paramLabel = "URL",
            arity = "0..*",
            description = "Prefixes to list, such as s3://bucket/images/. End one with a slash to mean a directory.")
    private List<String> urls = new ArrayList<>();

    @Option(
            names = "--integration",
            paramLabel = "T",
            description = "Id or title of the storage integration to list through.")
    private @Nullable String integration;

    @Option(
            names = "--listing",
            paramLabel = "FILE",
            description =
                    "Take a listing instead: lines of 'aws s3 ls --recursive', 'gcloud storage ls', or plain URLs;"
                            + " - is standard input. Needs no server. Keys without a bucket are in the bucket of URL.")
    private @Nullable String listing;

    @Option(
            names = "--inventory",
            paramLabel = "URL|FILE",
            description =
                    "Take an S3 Inventory instead: the manifest.json of one, read through the integration, or a file"
                            + " here, with the data files beside it, which needs no server. URLs say what of it is"
                            + " wanted.")
    private @Nullable String inventory;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the manifest goes; otherwise standard output. What one manifest cannot hold goes into"
                    + " several files, numbered.")
    private @Nullable String out;

    ManifestCreateCommand(Surroundings surroundings) {
        this.client = new ClientOptions(surroundings);
    }

    /** 1 when there is nothing to make a manifest of. */
    @Override
    public Integer call() {
        refuseContradictions();
        try (var files = new ManifestFiles(out, client.surroundings().out());
                var progress = new ListingProgress(client.surroundings())) {
            var drafted = needsServer() ? ofStorage(files, progress) : ofFiles(files, progress);
            var kept = files.keep();
            progress.erase();
            tell(drafted, kept);
            return drafted.manifests() == 0 ? ExitCodes.FAILURES : ExitCodes.DONE;
        } catch (RegistryException e) {
            throw DraftOptions.refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseContradictions() {
        if (client.json() && (out == null || out.equals("-"))) {
            throw new UsageException("With --json, standard output is taken: name a file with --out.");
        }
        if (listing != null && options.look()) {
            throw new UsageException(
                    "--look reads objects, which a listing alone does not allow. List the bucket instead.");
        }
        if (listing != null && urls.size() > 1) {
            throw new UsageException("With --listing, give one URL at most: the bucket that its keys are in.");
        }
        if (listing != null && options.flat()) {
            throw new UsageException("--flat goes with listing a bucket. A listing is taken as it is.");
        }
        if (listing == null && inventory == null && urls.isEmpty()) {
            throw new UsageException(
                    "Say what to list: a prefix such as s3://bucket/images/, --listing FILE or --inventory FILE.");
        }
        if (needsServer() && integration == null) {
            throw new UsageException("Say with --integration which storage integration to list through.");
        }
    }

    private boolean needsServer() {
        return listing == null && (inventory == null || inventory.contains("://"));
    }

    private Drafted ofStorage(ManifestFiles files, ListingProgress progress) throws IOException {
        var server = client.connect();
        var id = new Names(server).integration(integration == null ? "" : integration);
        try (var receiving = new Receiving(files, progress)) {
            server.manifests().create(options.wish(id, urls, inventory), receiving::accept);
            return receiving.drafted();
        }
    }

    /** What the server tells, on its way into files. */
    private static final class Receiving implements AutoCloseable {

        private final ManifestFiles files;
        private final ListingProgress progress;
        private OutputStream current = OutputStream.nullOutputStream();
        private @Nullable Drafted drafted;

        Receiving(ManifestFiles files, ListingProgress progress) {
            this.files = files;
            this.progress = progress;
        }

        void accept(ManifestEvent event) throws IOException {
            switch (event) {
                case ManifestEvent.Progress(long objects) -> progress.found(objects);
                case Drafted made -> {
                    files.expect(made.manifests());
                    drafted = made;
                }
                case ManifestEvent.Part(int number) -> {
                    current.close();
                    current = files.open(number);
                }
                case ManifestEvent.Text(String text) -> current.write(text.getBytes(StandardCharsets.UTF_8));
                case ManifestEvent.Ended _ -> current.close();
                case ManifestEvent.Failed _ -> throw new IllegalStateException("a failure is thrown by the client");
            }
        }

        Drafted drafted() {
            if (drafted == null) {
                throw new IllegalStateException("the server did not tell what it drafted");
            }
            return drafted;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }

    private Drafted ofFiles(ManifestFiles files, ListingProgress progress) throws IOException {
        var limits = DraftLimits.of(ManifestLimits.DEFAULT, options.csv());
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var draft = new ManifestDraft(options.rules(), limits, temporary, null, null)) {
            var source = new LocalListings(urls, options.flat(), options.csv(), temporary);
            if (inventory != null) {
                source.addInventory(draft, GivenFiles.readable(Path.of(inventory)), progress::found);
            } else {
                try (var in = openListing()) {
                    source.addListing(draft, in, progress::found);
                }
            }
            var drafted = DraftText.of(draft.finish());
            files.expect(drafted.manifests());
            draft.writeTo(files);
            return drafted;
        }
    }

    private InputStream openListing() throws IOException {
        return listing == null || listing.equals("-")
                ? client.surroundings().in()
                : Files.newInputStream(GivenFiles.readable(Path.of(listing)));
    }

    private void tell(Drafted drafted, List<Path> kept) {
        client.surroundings().error().println(DraftText.text(drafted, client.json() ? List.of() : kept));
        if (client.json()) {
            client.printer().print(drafted, () -> "");
        }
    }
}
