package io.accession.core.registry;

import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.GcsCredentials;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.S3Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Which integrations may be added by whom: what reaches further than the caller's own credentials is for administrators. */
public final class IntegrationRules {

    private final List<Path> localRoots;

    /** {@code localRoots} are the directories inside which local integrations may lie. */
    public IntegrationRules(List<Path> localRoots) {
        this.localRoots = List.copyOf(localRoots);
    }

    public void check(Principal asking, NewIntegration integration) {
        if (integration.allowPrivateNetwork()) {
            AccessRules.requireAdministrator(asking, "add integrations that reach private networks");
        }
        switch (integration.settings()) {
            case IntegrationSettings.S3 s3 -> check(asking, s3.credentials());
            case IntegrationSettings.Gcs gcs -> {
                if (gcs.credentials() instanceof GcsCredentials.ApplicationDefault) {
                    requireAdministrator(asking);
                }
            }
            case IntegrationSettings.Azure azure -> {
                if (azure.credentials() instanceof AzureCredentials.DefaultChain) {
                    requireAdministrator(asking);
                }
            }
            case IntegrationSettings.Direct _ -> {}
            case IntegrationSettings.Local local -> {
                AccessRules.requireAdministrator(asking, "add local integrations");
                checkInsideRoots(local.root());
            }
        }
    }

    private static void check(Principal asking, S3Credentials credentials) {
        boolean serversOwn = switch (credentials) {
            case S3Credentials.KeyPair _ -> false;
            case S3Credentials.DefaultChain _ -> true;
            case S3Credentials.Role role -> role.assumedWith() == null;
        };
        if (serversOwn) {
            requireAdministrator(asking);
        }
    }

    private static void requireAdministrator(Principal asking) {
        AccessRules.requireAdministrator(asking, "add integrations that use the server's own credentials");
    }

    /** Symbolic links are followed first, so that none leads out of the roots. */
    private void checkInsideRoots(Path root) {
        try {
            var real = root.toRealPath();
            for (var allowed : localRoots) {
                if (real.startsWith(allowed.toRealPath())) {
                    return;
                }
            }
        } catch (IOException e) {
            throw Faults.invalid("/settings/root", "There is no directory " + root + " on the server.");
        }
        throw Faults.invalid(
                "/settings/root",
                "The directory has to lie inside one of the server's storage.local-roots"
                        + (localRoots.isEmpty() ? ", and none is configured." : "."));
    }
}
