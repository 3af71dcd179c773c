package io.accession.storage;

import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.storage.IntegrationCheck.Finding;
import io.accession.storage.Permissions.Attempt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try of what a store does on our side: list, stat, read and write. For one thread. */
final class StoreTrial {

    private static final byte[] NOTE =
            "Written by the check of a storage integration; can be deleted.".getBytes(StandardCharsets.UTF_8);

    private final StorageIntegration integration;
    private final ObjectStore store;
    private final Permissions permissions;
    private final String bucket;
    private @Nullable ObjectLocation listed;

    StoreTrial(StorageIntegration integration, ObjectStore store) {
        this.integration = integration;
        this.store = store;
        this.permissions = Permissions.of(integration.settings());
        this.bucket = Objects.requireNonNullElse(integration.addressing().bucket(), "");
    }

    /** The first object that {@link #list} came upon. */
    Optional<ObjectLocation> listed() {
        return Optional.ofNullable(listed);
    }

    Finding list() {
        if (!integration.addressing().hasOwnBucket()) {
            return Finding.skipped("list", "The integration has no bucket of its own to list.");
        }
        try {
            var objects = store.list(bucket, "", "").objects();
            if (objects.isEmpty()) {
                return Finding.ok("list", "Objects can be listed; there is none yet.");
            }
            listed = ObjectUrls.ownObject(objects.getFirst().key(), integration.addressing());
            return Finding.ok("list", "Objects can be listed.");
        } catch (ObjectUnavailableException e) {
            return Finding.failed("list", permissions.mend(Attempt.LIST, bucket, e));
        }
    }

    /** Of stat and read. */
    List<Finding> read(@Nullable ObjectLocation object) {
        if (integration.strictClientOnly() || object == null) {
            String why = integration.strictClientOnly()
                    ? "A strict client-only integration never reads."
                    : "There is no object to try it with; name one.";
            return List.of(Finding.skipped("stat", why), Finding.skipped("read", why));
        }
        return List.of(stat(object), readPart(object));
    }

    private Finding stat(ObjectLocation object) {
        try {
            long bytes = store.stat(object).bytes();
            return Finding.ok("stat", "The size of an object is known (" + bytes + " bytes).");
        } catch (ObjectUnavailableException e) {
            return Finding.failed("stat", permissions.mend(Attempt.READ, object.bucket(), e));
        }
    }

    private Finding readPart(ObjectLocation object) {
        try {
            int bytes = store.read(object, 0, 16).bytes().length;
            return Finding.ok("read", "Parts of objects can be read (" + bytes + " bytes).");
        } catch (ObjectUnavailableException e) {
            return Finding.failed("read", permissions.mend(Attempt.READ, object.bucket(), e));
        }
    }

    Finding write(boolean wished) {
        if (!wished) {
            return Finding.skipped("write", "Not asked for; image sequences need it.");
        }
        if (!integration.addressing().hasOwnBucket()) {
            return Finding.skipped("write", "The integration has no bucket of its own to write to.");
        }
        var object = ObjectUrls.ownObject(".accession-check-" + UUID.randomUUID(), integration.addressing());
        try {
            store.write(object, new ByteArrayInputStream(NOTE), NOTE.length, "text/plain");
        } catch (ObjectUnavailableException e) {
            return Finding.failed("write", permissions.mend(Attempt.WRITE, bucket, e));
        } catch (IOException e) {
            return Finding.failed("write", "The check could not send its own few bytes.");
        }
        return delete(object);
    }

    private Finding delete(ObjectLocation object) {
        try {
            store.delete(object);
            return Finding.ok("write", "Objects can be written and deleted.");
        } catch (ObjectUnavailableException e) {
            return Finding.failed(
                    "write",
                    "Objects can be written, but " + object.key() + " could not be deleted again. "
                            + permissions.mend(Attempt.DELETE, bucket, e));
        }
    }
}
