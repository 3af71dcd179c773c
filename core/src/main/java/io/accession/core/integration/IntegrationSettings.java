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
