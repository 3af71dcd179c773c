package io.accession.core.registry;

import io.accession.core.integration.IntegrationSettings;
import java.time.Duration;

/** A storage integration to be added, for its creator. */
public record NewIntegration(
        String title,
        IntegrationSettings settings,
        boolean strictClientOnly,
        boolean allowPrivateNetwork,
        Duration signedUrlLifetime) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    public NewIntegration {
        Names.check("/title", title);
        if (signedUrlLifetime.compareTo(SHORTEST) < 0 || signedUrlLifetime.compareTo(LONGEST) > 0) {
            throw Faults.invalid("/signedUrlLifetimeSeconds", "Signed URLs live between a minute and seven days.");
        }
    }
}
