package io.accession.storage;

import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.Secret;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Microsoft's own emulator of Azure Blob Storage, as a process; checks keys and signatures. It is installed by npm below {@code target} at first use,
 * by the lock file in the test resources. Needs node and npm.
 */
final class Azurite implements AutoCloseable {

    static final String ACCOUNT = "devstoreaccount1";

    /** The emulator's published key, the same everywhere. */
    static final Secret KEY =
            new Secret("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");

    private static final Path HOME = Path.of("target", "azurite");
    private static final Pattern LISTENS = Pattern.compile("listens on (http://127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final String origin;

    private Azurite(Process process, String origin) {
        this.process = process;
        this.origin = origin;
    }

    static Azurite start() throws IOException, InterruptedException {
        install();
        var process = run(List.of(
                "node",
                "node_modules/azurite/dist/src/blob/main.js",
                "--blobPort",
                "0",
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry"));
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var listens = LISTENS.matcher(line);
            if (listens.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {})); // or it would block
                return new Azurite(process, listens.group(1));
            }
        }
        throw new IOException("Azurite ended before it listened.");
    }

    String endpoint() {
        return origin + "/" + ACCOUNT;
    }

    IntegrationSettings.Azure settings(AzureCredentials credentials) {
        return new IntegrationSettings.Azure(ACCOUNT, null, endpoint(), credentials);
    }

    /** Makes a container, which Accession itself never does. */
    void holdsContainer(String name, GuardedHttp http) throws Exception {
        var endpoint = AzureEndpoint.of(settings(new AzureCredentials.AccountKey(KEY)));
        var authorization = new AzureAuthorization.SharedKey(new AzureKeySignature(ACCOUNT, KEY.value()));
        try (var client = new AzureClient(endpoint, authorization, http, http)) {
            var request = new AzureRequest("PUT", endpoint.containerPath(name))
                    .query("restype", "container")
                    .body(new HttpRequest.Body(InputStream.nullInputStream(), 0));
            client.call(request, name, answer -> answer.status());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    // Two builds may do this at once; whoever finds it complete leaves it alone.
    private static void install() throws IOException, InterruptedException {
        if (Files.exists(HOME.resolve("installed"))) {
            return;
        }
        Files.createDirectories(HOME);
        for (var name : List.of("package.json", "package-lock.json")) {
            try (var file = Azurite.class.getResourceAsStream("/azurite/" + name)) {
                Files.copy(Objects.requireNonNull(file, name), HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var npm = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        var said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            throw new IOException("npm cannot install Azurite, so these tests cannot run: " + said);
        }
        Files.createFile(HOME.resolve("installed"));
    }

    private static Process run(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "The tests of Azure Blob Storage need " + command.getFirst()
                            + " (Node.js 20 or newer with npm) on the path.",
                    e);
        }
    }
}
