package io.accession.storage;

import io.accession.core.integration.IntegrationSettings.S3;
import io.accession.core.integration.S3Credentials;
import io.accession.core.object.Provider;
import io.accession.storage.http.GuardedHttp;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The SDK's clients of one integration: one per region, since a client signs for one; and which region each bucket turned out to be in. */
final class S3Clients implements AutoCloseable {

    private static final Region WHEN_NOT_TOLD = Region.US_EAST_1;

    private final S3 settings;
    private final GuardedHttp http;
    private final SdkHttpClient sdkHttp;
    private final AwsCredentialsProvider credentials;
    private final Map<Region, S3Client> clients = new ConcurrentHashMap<>();
    private final Map<Region, S3Presigner> presigners = new ConcurrentHashMap<>();
    private final Map<String, Region> regionOfBucket = new ConcurrentHashMap<>();

    S3Clients(S3 settings, GuardedHttp http) {
        this.settings = settings;
        this.http = http;
        this.sdkHttp = new GuardedSdkClient(http);
        this.credentials = provider(settings.credentials());
    }

    S3Client forBucket(String bucket) {
        return clients.computeIfAbsent(regionOf(bucket), this::client);
    }

    S3Presigner presignerFor(String bucket) {
        return presigners.computeIfAbsent(regionOf(bucket), this::presigner);
    }

    /** False when the bucket was known to be there already, so that asking again leads nowhere. */
    boolean learn(String bucket, String region) {
        boolean news = !region.equals(regionOf(bucket).id()) && region.matches("[a-z0-9-]{1,64}");
        if (news) {
            regionOfBucket.put(bucket, Region.of(region));
        }
        return news;
    }

    private Region regionOf(String bucket) {
        return regionOfBucket.getOrDefault(bucket, configuredRegion());
    }

    private Region configuredRegion() {
        return settings.region() == null ? WHEN_NOT_TOLD : Region.of(settings.region());
    }

    private S3Client client(Region region) {
        var builder = S3Client.builder()
                .httpClient(sdkHttp)
                .credentialsProvider(credentials)
                .region(region)
                .forcePathStyle(settings.pathStyle())
                // Other stores than Amazon's know checksums only where the protocol has always asked for them.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
        if (settings.endpoint() != null) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    private S3Presigner presigner(Region region) {
        var builder = S3Presigner.builder()
                .credentialsProvider(credentials)
                .region(region)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        .build());
        if (settings.endpoint() != null) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    private AwsCredentialsProvider provider(S3Credentials given) {
        return switch (given) {
            case S3Credentials.KeyPair keys -> given(keys);
            case S3Credentials.DefaultChain() -> serversOwn();
            case S3Credentials.Role role -> assumed(role);
        };
    }

    private static AwsCredentialsProvider given(S3Credentials.KeyPair keys) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                keys.accessKeyId(), keys.secretAccessKey().value()));
    }

    private static AwsCredentialsProvider serversOwn() {
        return DefaultCredentialsProvider.builder().build();
    }

    private AwsCredentialsProvider assumed(S3Credentials.Role role) {
        var keys = role.assumedWith();
        var sts = StsClient.builder()
                .httpClient(sdkHttp)
                .region(configuredRegion())
                .credentialsProvider(keys == null ? serversOwn() : given(keys))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
        if (settings.addressing().provider() == Provider.S3_COMPATIBLE) {
            // Stores such as MinIO hand roles out themselves, at the same address.
            sts.endpointOverride(URI.create(settings.endpoint()));
        }
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts.build())
                .refreshRequest(request -> request.roleArn(role.arn())
                        .externalId(role.externalId())
                        .roleSessionName("accession"))
                .build();
    }

    @Override
    public void close() {
        clients.values().forEach(SdkAutoCloseable::close);
        presigners.values().forEach(SdkAutoCloseable::close);
        if (credentials instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        http.close();
    }
}
