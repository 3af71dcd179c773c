package io.accession.storage;

import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    public record Finding(String name, Outcome outcome, String message) {}

    /** How one thing went; what depends on something that failed is skipped. */
    public enum Outcome {
        OK,
        FAILED,
        SKIPPED
    }

    /** In the order list, stat, read, write, sign, cors. */
    public List<Finding> check(StorageIntegration integration, Wish wish) {
        var permissions = new S3Permissions(integration.settings());
        var store = stores.open(integration);
        var findings = new ArrayList<Finding>();
        var listed = list(integration, store, permissions, findings);
        var object = wish.object() == null ? listed : wish.object();
        read(integration, store, object, permissions, findings);
        write(integration, store, wish.write(), permissions, findings);
        sign(integration, store, object, wish.origin(), findings);
        return List.copyOf(findings);
    }

    private static @Nullable ObjectLocation list(
            StorageIntegration integration, ObjectStore store, S3Permissions permissions, List<Finding> findings) {
        String bucket = integration.addressing().bucket();
        boolean listable = switch (integration.settings()) {
            case IntegrationSettings.S3 _ -> bucket != null;
            case IntegrationSettings.Local _ -> true;
            case IntegrationSettings.Direct _ -> false;
        };
        if (!listable) {
            findings.add(skipped("list", "The integration has no bucket of its own to list."));
            return null;
        }
        try {
            var page = store.list(bucket == null ? "" : bucket, "", "");
            findings.add(ok(
                    "list",
                    page.objects().isEmpty() ? "Objects can be listed; there is none yet." : "Objects can be listed."));
            return page.objects().isEmpty()
                    ? null
                    : located(integration, page.objects().getFirst().key());
        } catch (ObjectUnavailableException e) {
            findings.add(failed("list", permissions.mend("s3:ListBucket on bucket " + bucket, e)));
            return null;
        }
    }

    private static void read(
            StorageIntegration integration,
            ObjectStore store,
            @Nullable ObjectLocation object,
            S3Permissions permissions,
            List<Finding> findings) {
        if (integration.strictClientOnly() || object == null) {
            String why = integration.strictClientOnly()
                    ? "A strict client-only integration never reads."
                    : "There is no object to try it with; name one.";
            findings.add(skipped("stat", why));
            findings.add(skipped("read", why));
            return;
        }
        String permission = "s3:GetObject on objects of bucket " + object.bucket();
        try {
            var stat = store.stat(object);
            findings.add(ok("stat", "The size of an object is known (" + stat.bytes() + " bytes)."));
        } catch (ObjectUnavailableException e) {
            findings.add(failed("stat", permissions.mend(permission, e)));
        }
        try {
            var read = store.read(object, 0, 16);
            findings.add(ok("read", "Parts of objects can be read (" + read.bytes().length + " bytes)."));
        } catch (ObjectUnavailableException e) {
            findings.add(failed("read", permissions.mend(permission, e)));
        }
    }

    private static void write(
            StorageIntegration integration,
            ObjectStore store,
            boolean wished,
            S3Permissions permissions,
            List<Finding> findings) {
        String bucket = integration.addressing().bucket();
        boolean local = integration.settings() instanceof IntegrationSettings.Local;
        if (!wished || (bucket == null && !local)) {
            findings.add(skipped(
                    "write",
                    wished
                            ? "The integration has no bucket of its own to write to."
                            : "Not asked for; image sequences need it."));
            return;
        }
        var object = located(integration, ".accession-check-" + UUID.randomUUID());
        byte[] bytes =
                "Written by the check of a storage integration; can be deleted.".getBytes(StandardCharsets.UTF_8);
        try {
            store.write(object, new ByteArrayInputStream(bytes), bytes.length, "text/plain");
        } catch (ObjectUnavailableException e) {
            findings.add(failed("write", permissions.mend("s3:PutObject on objects of bucket " + bucket, e)));
            return;
        } catch (IOException e) {
            findings.add(failed("write", "The check could not send its own few bytes."));
            return;
        }
        try {
            store.delete(object);
            findings.add(ok("write", "Objects can be written and deleted."));
        } catch (ObjectUnavailableException e) {
            findings.add(failed(
                    "write",
                    "Objects can be written, but " + object.key() + " could not be deleted again. "
                            + permissions.mend("s3:DeleteObject on objects of bucket " + bucket, e)));
        }
    }

    private void sign(
            StorageIntegration integration,
            ObjectStore store,
            @Nullable ObjectLocation object,
            @Nullable String origin,
            List<Finding> findings) {
        if (object == null || integration.settings() instanceof IntegrationSettings.Local) {
            String why = object == null
                    ? "There is no object to try it with; name one."
                    : "This server serves local files itself.";
            findings.add(skipped("sign", why));
            findings.add(skipped("cors", why));
            return;
        }
        try (var http = stores.http(integration)) {
            var url = store.sign(object, integration.signedUrlLifetime());
            var target = WebTarget.ofUrl(url.toString());
            try (var answer = http.exchange(asBrowser(target, origin))) {
                boolean fetched = answer.status() == 200 || answer.status() == 206;
                boolean empty = answer.status() == 416;
                if (!fetched && !empty) {
                    throw StorageFailures.ofStatus(answer.status(), target.host());
                }
                findings.add(ok("sign", "A signed URL can be fetched without credentials."));
                findings.add(cors(origin, answer.header("access-control-allow-origin")));
            }
        } catch (ObjectUnavailableException e) {
            findings.add(failed(
                    "sign", "A signed URL could not be fetched. " + e.failure().message()));
            findings.add(skipped("cors", "Depends on signing."));
        } catch (IOException e) {
            findings.add(failed(
                    "sign",
                    "A signed URL could not be fetched. "
                            + StorageFailures.of(e, "The storage").failure().message()));
            findings.add(skipped("cors", "Depends on signing."));
        }
    }

    private static Finding cors(@Nullable String origin, @Nullable String allowed) {
        if (origin == null) {
            return skipped("cors", "No origin was named.");
        }
        if (allowed != null && (allowed.equals("*") || allowed.equals(origin))) {
            return ok("cors", "Pages of " + origin + " may fetch objects.");
        }
        String what = allowed == null ? "does not send Access-Control-Allow-Origin" : "allows another origin only";
        return failed(
                "cors",
                "The storage " + what + ". Add a CORS rule to the bucket that allows GET and HEAD from " + origin
                        + " and exposes Content-Range, Content-Length and ETag.");
    }

    private static HttpRequest asBrowser(WebTarget target, @Nullable String origin) {
        var headers = new ArrayList<HttpRequest.Header>();
        headers.add(new HttpRequest.Header("Range", "bytes=0-0"));
        if (origin != null) {
            headers.add(new HttpRequest.Header("Origin", origin));
        }
        return new HttpRequest("GET", target.tls(), target.host(), target.port(), target.path(), headers, null);
    }

    private static ObjectLocation located(StorageIntegration integration, String key) {
        var addressing = integration.addressing();
        String bucket = addressing.bucket() == null ? "" : addressing.bucket();
        String endpoint = addressing.endpoint() == null ? "aws" : addressing.endpoint();
        return new ObjectLocation(addressing.provider(), endpoint, bucket, key, null);
    }

    private static Finding ok(String name, String message) {
        return new Finding(name, Outcome.OK, message);
    }

    private static Finding failed(String name, String message) {
        return new Finding(name, Outcome.FAILED, message);
    }

    private static Finding skipped(String name, String message) {
        return new Finding(name, Outcome.SKIPPED, message);
    }
}
