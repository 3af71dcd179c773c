package io.accession.cli;

import io.accession.api.NewIntegrationSettings;
import io.accession.api.Secret;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "gcs", description = "Google Cloud Storage.")
final class IntegrationAddGcs implements Callable<Integer> {

    @Mixin
    private final IntegrationOptions options;

    @Option(names = "--bucket", paramLabel = "B", description = "Where relative URLs are looked for.")
    private @Nullable String bucket;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Address other than Google's own.")
    private @Nullable String endpoint;

    @Option(
            names = "--service-account-key-file",
            paramLabel = "FILE",
            description = "JSON file with the key of a service account.")
    private @Nullable Path serviceAccountKeyFile;

    @Option(names = "--application-default", description = "Use the server's own credentials. For administrators.")
    private boolean applicationDefault;

    IntegrationAddGcs(Surroundings surroundings) {
        this.options = new IntegrationOptions(surroundings);
    }

    @Override
    public Integer call() {
        if ((serviceAccountKeyFile == null) != applicationDefault) {
            throw new UsageException("Give either --service-account-key-file or --application-default.");
        }
        var key = serviceAccountKeyFile == null ? null : new Secret(GivenFiles.text(serviceAccountKeyFile));
        return options.add(new NewIntegrationSettings.Gcs(bucket, endpoint, key));
    }
}
