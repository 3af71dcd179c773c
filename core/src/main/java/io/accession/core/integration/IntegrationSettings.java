package io.accession.core.integration;

import io.accession.core.object.Addressing;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What kind of storage an integration reaches, and how. */
public sealed interface IntegrationSettings {

    /** What of these settings decides which object a URL names. */
    Addressing addressing();

    /**
     * Amazon S3, or with an endpoint a store that speaks its protocol.
     *
     * @param bucket the only bucket the integration reaches; null for any
     * @param region null to find out from the bucket
     * @param endpoint scheme and authority
     */
    record S3(
            @Nullable String bucket,
            @Nullable String region,
            @Nullable String endpoint,
            boolean pathStyle,
            S3Credentials credentials)
            implements IntegrationSettings {

        public S3 {
            if (bucket != null && !bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,254}")) {
                throw new IllegalArgumentException("'" + bucket + "' is not the name of a bucket.");
            }
            // Stores that only speak Amazon's protocol name their regions as they like.
            String regions = endpoint == null ? "[a-z0-9-]{1,64}" : "[A-Za-z0-9_-]{1,64}";
            if (region != null && !region.matches(regions)) {
                throw new IllegalArgumentException("'" + region + "' is not the name of a region, such as eu-west-1.");
            }
            Addressing.s3(region, endpoint, bucket); // refuses an endpoint that cannot be used
            if (endpoint != null && URI.create(endpoint).getHost() == null) {
                // Amazon's library reads hosts more strictly than networks do: no underscores, no addresses in odd
                // spellings.
                throw new IllegalArgumentException(
                        "The endpoint's host is not a name of letters, digits, dots and hyphens, or an address.");
            }
        }

        @Override
        public Addressing addressing() {
            return Addressing.s3(region, endpoint, bucket);
        }
    }

    /**
     * Google Cloud Storage.
     *
     * @param bucket the only bucket the integration reaches; null for any
     * @param endpoint scheme and authority of an emulator or a private way to Google; null for Google's own
     */
    record Gcs(@Nullable String bucket, @Nullable String endpoint, GcsCredentials credentials)
            implements IntegrationSettings {

        public Gcs {
            if (bucket != null && !bucket.matches("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]")) {
                throw new IllegalArgumentException("'" + bucket + "' is not the name of a bucket.");
            }
            endpoint = endpoint == null ? null : Addressing.origin(endpoint);
        }

        @Override
        public Addressing addressing() {
            return Addressing.google(bucket);
        }
    }

    /**
     * Azure Blob Storage: one storage account.
     *
     * @param container the only container the integration reaches; null for any of the account's
     * @param endpoint scheme and authority where the account is not at {@code account.blob.core.windows.net}, with the account behind
     *     them where an emulator wants it there; null otherwise
     */
    record Azure(
            String account,
            @Nullable String container,
            @Nullable String endpoint,
            AzureCredentials credentials) implements IntegrationSettings {

        public Azure {
            if (!account.matches("[a-z0-9]{3,24}")) {
                throw new IllegalArgumentException("'" + account
                        + "' is not the name of a storage account: 3 to 24 lower-case letters and digits.");
            }
            if (container != null && !container.matches("\\$root|\\$web|[a-z0-9](?:-?[a-z0-9]){2,62}")) {
                throw new IllegalArgumentException("'" + container + "' is not the name of a container.");
            }
            endpoint = endpoint == null ? null : Addressing.azureEndpoint(account, endpoint);
        }

        @Override
        public Addressing addressing() {
            return Addressing.azure(account, endpoint, container);
        }
    }

    /** No way in of our own: every URL must be fetchable as it is. */
    record Direct() implements IntegrationSettings {
        @Override
        public Addressing addressing() {
            return Addressing.direct();
        }
    }

    /** Files below a directory of the server. */
    record Local(Path root) implements IntegrationSettings {
        public Local {
            if (!root.isAbsolute()) {
                throw new IllegalArgumentException(
                        "The root of a local integration is an absolute path, got " + root + ".");
            }
            root = root.normalize();
        }

        @Override
        public Addressing addressing() {
            return Addressing.local(root);
        }
    }
}
