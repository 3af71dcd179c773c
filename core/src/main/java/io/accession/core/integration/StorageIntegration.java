package io.accession.core.integration;

import io.accession.core.domain.IntegrationId;
import io.accession.core.object.Addressing;
import java.time.Duration;

/**
 * A customer's storage and how we reach it.
 *
 * @param version counts changes of the settings; clients made for an older version are closed
 * @param strictClientOnly never read: only URLs are signed
 * @param allowPrivateNetwork the integration may reach private networks and this machine, though never its own ports
 * @param signedUrlLifetime at most seven days, the longest that signatures allow
 */
public record StorageIntegration(
        IntegrationId id,
        int version,
        String title,
        IntegrationSettings settings,
        boolean strictClientOnly,
        boolean allowPrivateNetwork,
        Duration signedUrlLifetime) {

    public static final Duration DEFAULT_SIGNED_URL_LIFETIME = Duration.ofHours(1);

    public StorageIntegration {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A storage integration needs a title.");
        }
        if (signedUrlLifetime.compareTo(Duration.ofSeconds(1)) < 0
                || signedUrlLifetime.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("Signed URLs live between one second and seven days.");
        }
    }

    /** Whether objects may be written through it, if the storage lets us. */
    public boolean takesWrites() {
        return !strictClientOnly && !(settings instanceof IntegrationSettings.Direct);
    }

    public Addressing addressing() {
        return settings.addressing();
    }
}
