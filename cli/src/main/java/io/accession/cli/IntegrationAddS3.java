package io.accession.cli;

import io.accession.api.NewIntegrationSettings;
import io.accession.api.Secret;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "s3",
        description =
                "Amazon S3 or a store that speaks it. A role is assumed with the key pair; without a key pair, the"
                        + " server's own credentials are used.")
final class IntegrationAddS3 implements Callable<Integer> {

    @Mixin
    private final IntegrationOptions options;

    @Option(names = "--bucket", paramLabel = "B", description = "Where relative URLs are looked for.")
    private @Nullable String bucket;

    @Option(names = "--region", paramLabel = "R", description = "Such as eu-west-2.")
    private @Nullable String region;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Address of a store other than Amazon's.")
    private @Nullable String endpoint;

    @Option(names = "--path-style", description = "The bucket is part of the path, not of the host.")
    private boolean pathStyle;

    @Option(names = "--access-key-id", paramLabel = "ID", description = "Of a key pair.")
    private @Nullable String accessKeyId;

    @Option(
            names = "--secret-access-key-file",
            paramLabel = "FILE",
            description = "File with the secret of the key pair.")
    private @Nullable Path secretAccessKeyFile;

    @Option(
            names = "--role-arn",
            paramLabel = "A",
            description = "A role to assume, with an external id that the server makes and shows.")
    private @Nullable String roleArn;

    IntegrationAddS3(Surroundings surroundings) {
        this.options = new IntegrationOptions(surroundings);
    }

    @Override
    public Integer call() {
        if ((accessKeyId == null) != (secretAccessKeyFile == null)) {
            throw new UsageException("--access-key-id and --secret-access-key-file belong together.");
        }
        var secret = secretAccessKeyFile == null ? null : new Secret(GivenFiles.text(secretAccessKeyFile));
        return options.add(
                new NewIntegrationSettings.S3(bucket, region, endpoint, pathStyle, accessKeyId, secret, roleArn));
    }
}
