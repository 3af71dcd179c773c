package io.accession.cli;

import io.accession.api.NewIntegrationSettings;
import io.accession.api.Secret;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "azure", description = "Azure Blob Storage: one storage account.")
final class IntegrationAddAzure implements Callable<Integer> {

    @Mixin
    private final IntegrationOptions options;

    @Option(names = "--account", paramLabel = "A", required = true, description = "The storage account.")
    private String account = "";

    @Option(names = "--container", paramLabel = "C", description = "Where relative URLs are looked for.")
    private @Nullable String container;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Address other than https://ACCOUNT.blob.core.windows.net.")
    private @Nullable String endpoint;

    @Option(names = "--account-key-file", paramLabel = "FILE", description = "File with a key of the account.")
    private @Nullable Path accountKeyFile;

    @Option(
            names = "--sas-file",
            paramLabel = "FILE",
            description = "File with a shared access signature: reads and lists, but signs no URLs.")
    private @Nullable Path sasFile;

    @Option(names = "--tenant-id", paramLabel = "ID", description = "Of a service principal.")
    private @Nullable String tenantId;

    @Option(names = "--client-id", paramLabel = "ID", description = "Of a service principal.")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "File with the secret of a service principal.")
    private @Nullable Path clientSecretFile;

    @Option(names = "--default-credentials", description = "Use the server's own credentials. For administrators.")
    private boolean defaultCredentials;

    IntegrationAddAzure(Surroundings surroundings) {
        this.options = new IntegrationOptions(surroundings);
    }

    @Override
    public Integer call() {
        long principal = Stream.of(tenantId, clientId, clientSecretFile)
                .filter(given -> given != null)
                .count();
        if (principal != 0 && principal != 3) {
            throw new UsageException("--tenant-id, --client-id and --client-secret-file belong together.");
        }
        long kinds = Stream.of(accountKeyFile != null, sasFile != null, principal == 3, defaultCredentials)
                .filter(given -> given)
                .count();
        if (kinds != 1) {
            throw new UsageException("Give one of --account-key-file, --sas-file, --tenant-id with --client-id and"
                    + " --client-secret-file, or --default-credentials.");
        }
        return options.add(new NewIntegrationSettings.Azure(
                account,
                container,
                endpoint,
                secret(accountKeyFile),
                secret(sasFile),
                tenantId,
                clientId,
                secret(clientSecretFile)));
    }

    private static @Nullable Secret secret(@Nullable Path file) {
        return file == null ? null : new Secret(GivenFiles.text(file));
    }
}
