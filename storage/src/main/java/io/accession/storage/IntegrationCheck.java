package io.accession.storage;

import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries an integration out the way it will be used, and says which permission or header is missing. Leaves nothing behind. Safe for
 * use by many threads.
 */
public final class IntegrationCheck {

    private final OpenedStores stores;

    public IntegrationCheck(OpenedStores stores) {
        this.stores = stores;
    }

    /**
     * What to try.
     *
     * @param object to read; null for any that listing finds
     * @param write whether to write and delete a small object
     * @param origin scheme and authority of the site whose pages fetch signed URLs; null to leave CORS out
     */
    public record Wish(
            @Nullable ObjectLocation object,
            boolean write,
            @Nullable String origin) {}

    /** One thing tried. The message names what is missing and how to mend it. */
    public record Finding(String name, Outcome outcome, String message) {

        static Finding ok(String name, String message) {
            return new Finding(name, Outcome.OK, message);
        }

        static Finding failed(String name, String message) {
            return new Finding(name, Outcome.FAILED, message);
        }

        static Finding skipped(String name, String message) {
            return new Finding(name, Outcome.SKIPPED, message);
        }
    }

    /** How one thing went; what depends on something that failed is skipped. */
    public enum Outcome {
        OK,
        FAILED,
        SKIPPED
    }

    /** In the order list, stat, read, write, sign, cors. */
    public List<Finding> check(StorageIntegration integration, Wish wish) {
        var trial = new StoreTrial(integration, stores.open(integration));
        var findings = new ArrayList<Finding>();
        findings.add(trial.list());
        var object = wish.object() == null ? trial.listed().orElse(null) : wish.object();
        findings.addAll(trial.read(object));
        findings.add(trial.write(wish.write()));
        findings.addAll(sign(integration, object, wish.origin()));
        return List.copyOf(findings);
    }

    private List<Finding> sign(
            StorageIntegration integration, @Nullable ObjectLocation object, @Nullable String origin) {
        if (object == null || integration.addressing().isLocal()) {
            String why = object == null
                    ? "There is no object to try it with; name one."
                    : "This server serves local files itself.";
            return List.of(Finding.skipped("sign", why), Finding.skipped("cors", why));
        }
        try (var http = stores.http(integration)) {
            var url = stores.open(integration).sign(object, integration.signedUrlLifetime());
            return new SignedUrlTrial(http, WebTarget.ofUrl(url.toString()), origin).findings();
        } catch (ObjectUnavailableException e) {
            var mended = Permissions.of(integration.settings()).mend(Permissions.Attempt.SIGN, object.bucket(), e);
            return unsigned("No URL that can be fetched could be signed. " + mended);
        } catch (IOException e) {
            return unsigned("A signed URL could not be fetched. "
                    + StorageFailures.of(e, "The storage").failure().message());
        }
    }

    private static List<Finding> unsigned(String why) {
        return List.of(Finding.failed("sign", why), Finding.skipped("cors", "Depends on signing."));
    }
}
