package io.accession.server.demo;

import io.accession.api.Folder;
import io.accession.api.Integration;
import io.accession.api.Item;
import io.accession.api.NewFolder;
import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.cli.ProgressStep;
import io.accession.client.AccessionClient;
import io.accession.client.Manifest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Registers the samples, and again what is known by then, in front of a newcomer. For one thread. */
public final class Demo {

    private static final String FOLDER = "demo";
    private static final String INTEGRATION = "samples";

    private final DemoServer server;
    private final Path samples;
    private final Path storage;
    private final SampleManifest manifest;
    private final Promises promises;
    private final Story story;
    private String folderName = FOLDER;

    /** What is told goes to {@code out}, which is {@code columns} wide. */
    public Demo(DemoServer server, Path samples, PrintStream out, int columns) throws IOException {
        this.server = server;
        this.samples = samples.toRealPath();
        this.storage = server.data().resolve("samples");
        this.manifest = SampleManifest.read(this.samples);
        this.promises = new Promises(manifest);
        this.story = new Story(out, columns);
    }

    /** Runs through the whole demonstration; returns what did not come true. The server runs on. */
    public List<String> show(int port) {
        introduce();
        startServer(port);
        var client = server.client();
        var integration = addIntegration(client);
        var folder = createFolder(client);
        var job = firstRun(client, folder, integration);
        failures(client, job);
        var catalogue = catalogue(client, folder);
        secondRun(client, folder, integration, catalogue);
        spreadsheetRun(client, folder, integration, catalogue);
        conclude();
        return promises.broken();
    }

    private void introduce() {
        promises.checkManifest();
        story.paragraph(
                "Accession registers media files where they lie: nothing is copied. This demonstration starts a server,"
                        + " registers the sample files that came with it, and registers them again: once from the same"
                        + " manifest, once from a spreadsheet.");
    }

    private void startServer(int port) {
        story.chapter("A server");
        story.paragraph("Now a server starts. It brings its own PostgreSQL, which takes some seconds to unpack. "
                + (server.isTemporary()
                        ? "Its data are in a temporary directory that goes when the demonstration ends."
                        : "Its data stay in the directory that you named."));
        var begin = System.nanoTime();
        server.start(port, samples, storage);
        story.line("ready    after " + seconds(Duration.ofNanos(System.nanoTime() - begin)));
        story.line("address  " + server.address());
        story.line("data     " + server.data());
    }

    private Integration addIntegration(AccessionClient client) {
        story.chapter("Where the files are");
        var taken = client.integrations().list(INTEGRATION).stream()
                .map(Integration::title)
                .toList();
        var title = free(INTEGRATION, taken);
        var settings = new NewIntegrationSettings.Local(storage.toString());
        var integration = client.integrations().add(new NewIntegration(title, settings, false, false, null));
        story.paragraph(
                "A storage integration says how to get into a storage. This one is a directory of this machine, a copy of"
                        + " samples/, because one video will be written there; a bucket in S3 works the same way.");
        story.line("integration  " + title);
        story.line("directory    " + storage);
        return integration;
    }

    private Folder createFolder(AccessionClient client) {
        var taken = client.folders().list(FOLDER).stream().map(Folder::name).toList();
        folderName = free(FOLDER, taken);
        return client.folders().create(new NewFolder(folderName, null, null));
    }

    private static String free(String name, List<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : name + "-" + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    private UploadJob firstRun(AccessionClient client, Folder folder, Integration integration) {
        story.chapter("The first run");
        story.paragraph("A manifest lists what to register: samples/manifest.json has "
                + manifest.entries().size()
                + " entries that name " + manifest.objects() + " objects. It is posted to the folder '" + folder.name()
                + "'. " + manifest.faulty().size()
                + " entries are wrong on purpose; the job is told to register the others all the same.");
        var job = register(client, folder, integration, Manifest.of(manifest.file()));
        promises.checkFirst(job);
        return job;
    }

    private UploadJob register(AccessionClient client, Folder folder, Integration integration, Manifest posting) {
        var posted = client.jobs().register(folder.id(), integration.id(), true, posting);
        story.line("Upload job " + posted.id());
        var told = new HashSet<String>();
        tellProgress(posted, told);
        var job = client.jobs().watch(posted.id(), progress -> tellProgress(progress, told));
        tellEnd(job);
        return job;
    }

    private void tellProgress(UploadJob job, Set<String> told) {
        var line = ProgressStep.of(job).text();
        if (job.state() == UploadJob.State.PENDING && told.add(line)) {
            story.line(line);
        }
    }

    private void tellEnd(UploadJob job) {
        var counts = job.counts();
        var ended = job.endedAt() == null ? Instant.now() : job.endedAt();
        story.line(String.format(
                Locale.ROOT,
                "Ended as %s after %s: %,d registered, %,d already known, %,d failed",
                job.state(),
                seconds(Duration.between(job.createdAt(), ended)),
                counts.registered(),
                counts.known(),
                counts.failed()));
        story.line(String.format(
                Locale.ROOT,
                "Read from the storage: %,d bytes in %,d requests",
                job.cost().bytes(),
                job.cost().requests()));
    }

    private void failures(AccessionClient client, UploadJob job) {
        var failures = client.jobs().failures(job.id()).stream().toList();
        promises.checkFailures("first run", failures);
        story.chapter("What failed, and why");
        story.paragraph("Every entry that could not be registered is reported with a stable code and its place in the"
                + " manifest. The same list comes as CSV, and as a manifest of the failed entries to be posted again.");
        failures.forEach(this::tell);
    }

    private void tell(UnitFailure failure) {
        story.line(failure.code() + "  line " + failure.line() + ", column " + failure.column() + ", "
                + failure.jsonPointer());
        story.note((failure.title() == null ? "" : "\"" + failure.title() + "\", ")
                + String.join(", ", failure.objectUrls()) + ": " + failure.message());
    }

    private List<Item> catalogue(AccessionClient client, Folder folder) {
        story.chapter("The catalogue");
        story.paragraph("These are the items of the folder '" + folder.name()
                + "'. What is known of each was found out by" + " reading as little as possible of its file.");
        var items = items(client, folder);
        CatalogueTable.print(items, story.out());
        promises.checkCatalogue(items);
        return items;
    }

    private static List<Item> items(AccessionClient client, Folder folder) {
        return client.items().list(folder.id(), null, null).stream()
                .map(item -> client.items().read(item.id()))
                .toList();
    }

    private void secondRun(AccessionClient client, Folder folder, Integration integration, List<Item> before) {
        story.chapter("The second run");
        story.paragraph(
                "The same manifest once more. It says \"skip_duplicate_urls\": what the folder holds is not registered"
                        + " again, and not even looked at. What failed is tried again.");
        var job = register(client, folder, integration, Manifest.of(manifest.file()));
        promises.checkSecond(job);
        promises.checkFailures(
                "second run", client.jobs().failures(job.id()).stream().toList());
        compare("second run", before, items(client, folder));
    }

    private void spreadsheetRun(AccessionClient client, Folder folder, Integration integration, List<Item> before) {
        story.chapter("From a spreadsheet");
        story.paragraph(
                "The same files once more, as CSV: samples/manifest.csv has a new line of headings wherever the type"
                        + " changes, and leaves out what was wrong. Objects are known by what their URLs mean, in whatever form"
                        + " they are listed.");
        var csv = Manifest.of(samples.resolve("manifest.csv")).skippingDuplicateUrls();
        promises.checkSpreadsheet(register(client, folder, integration, csv));
        compare("CSV run", before, items(client, folder));
    }

    private void compare(String run, List<Item> before, List<Item> after) {
        promises.checkUnchanged(run, before, after);
        story.gap();
        story.paragraph(
                before.equals(after)
                        ? "The catalogue is exactly what it was before."
                        : "The catalogue is not what it was before, which should not have happened.");
    }

    private void conclude() {
        if (promises.broken().isEmpty()) {
            story.paragraph("Everything that was shown here came true.");
        } else {
            story.paragraph("Not everything came true:");
            promises.broken().forEach(story::line);
        }
    }

    /** Says how to go on while the server runs. */
    public void sayHowToGoOn() {
        story.chapter("How to go on");
        story.paragraph(
                "The server runs until you press Ctrl-C. In a browser, with a link that signs you in once, within the hour:");
        story.line(server.signInPage().toString());
        story.gap();
        story.paragraph("In another terminal:");
        story.line("export ACCESSION_DATA=" + server.data());
        story.line("./accession folder list");
        story.line("./accession item list --folder " + folderName);
        story.line("./accession job list");
        story.line("./accession --help");
        story.gap();
        story.paragraph("The same over HTTP, described by " + server.address() + "/api/v1/openapi.json:");
        story.line("curl -H \"Authorization: Bearer $(cat $ACCESSION_DATA/admin-token)\" " + server.address()
                + "/api/v1/folders");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }
}
