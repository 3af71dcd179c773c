package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.BodyUnreadable;
import io.accession.storage.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Azure Blob Storage by its REST API. */
final class AzureStore implements ObjectStore {

    private final AzureClient client;
    private final AzureListing listing;
    private final AzureDelegation delegation;

    AzureStore(AzureClient client) {
        this.client = client;
        this.listing = new AzureListing(client);
        this.delegation = new AzureDelegation(client);
    }

    @Override
    public ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException {
        return client.call(request("HEAD", object), object.bucket(), answer -> {
            if (answer.status() == 416) {
                throw StorageFailures.misbehaved(host() + " does not tell what an object is like.");
            }
            return WebHeaders.ranged(answer).stat();
        });
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException {
        if (length == 0) {
            return new ObjectBytes(new byte[0], stat(object));
        }
        var request = request("GET", object).header("range", "bytes=" + offset + "-" + (offset + length - 1));
        var read = client.<@Nullable ObjectBytes>call(
                request,
                object.bucket(),
                answer -> answer.status() == 416
                        ? null
                        : WebHeaders.ranged(answer).read(answer.body(), offset, length, host()));
        return read == null ? new ObjectBytes(new byte[0], stat(object)) : read;
    }

    @Override
    public ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException {
        return listing.page(bucket, prefix, after);
    }

    @Override
    public ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws ObjectUnavailableException, IOException {
        var request = request("PUT", object)
                .header("x-ms-blob-type", "BlockBlob")
                .header("content-type", contentType)
                .body(new HttpRequest.Body(new PromisedBytes(bytes, length), length));
        try {
            return client.send(
                    request,
                    object.bucket(),
                    answer -> new ObjectStat(length, answer.header("etag"), null, contentType));
        } catch (BodyUnreadable e) {
            throw e;
        } catch (IOException e) {
            throw StorageFailures.of(e, host());
        }
    }

    @Override
    public void delete(ObjectLocation object) throws ObjectUnavailableException {
        var request = request("DELETE", object);
        if (object.version() == null) {
            request.header("x-ms-delete-snapshots", "include");
        }
        try {
            client.call(request, object.bucket(), answer -> answer.status());
        } catch (ObjectUnavailableException e) {
            if (e.failure().code() != FailureCode.OBJECT_NOT_FOUND) {
                throw e;
            }
        }
    }

    @Override
    public URI sign(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        var expires = Instant.now().plus(lifetime);
        var version = AzureVersion.of(object);
        return switch (client.authorization()) {
            case AzureAuthorization.SharedKey(var key) ->
                url(object, expires, version).by(new ByAccount(key));
            case AzureAuthorization.Bearer _ -> {
                var key = delegation.key(expires);
                var end = key.isValidUntil(expires) ? expires : Instant.parse(key.expiry());
                yield url(object, end, version).by(key);
            }
            case AzureAuthorization.Signed _ ->
                throw StorageFailures.failure(
                        FailureCode.OBJECT_FORBIDDEN,
                        "A shared access signature cannot sign single objects, and is not handed out itself. Give the"
                                + " integration an account key or a service principal.");
        };
    }

    @Override
    public void close() {
        client.close();
    }

    private record ByAccount(AzureKeySignature signature) implements AzureSignedUrl.Signer {
        @Override
        public String sign(String text) {
            return signature.sign(text);
        }

        @Override
        public @Nullable AzureDelegatedKey delegatedBy() {
            return null;
        }
    }

    private AzureSignedUrl url(ObjectLocation object, Instant expires, AzureVersion version)
            throws ObjectUnavailableException {
        if (version.id() != null) {
            throw StorageFailures.failure(
                    FailureCode.OBJECT_FORBIDDEN, "Azure signs blobs and snapshots here, but not versions of blobs.");
        }
        return new AzureSignedUrl(
                client.endpoint(),
                client.endpoint().blobPath(object.bucket(), object.key()),
                object.bucket() + "/" + object.key(),
                version.snapshot(),
                expires);
    }

    private AzureRequest request(String method, ObjectLocation object) {
        var version = AzureVersion.of(object);
        return new AzureRequest(method, client.endpoint().blobPath(object.bucket(), object.key()))
                .query("snapshot", version.snapshot())
                .query("versionid", version.id());
    }

    private String host() {
        return client.endpoint().host();
    }

    /** Which state of a blob a location names: {@code snapshot=…}, a version's id, both, or neither. */
    private record AzureVersion(
            @Nullable String snapshot, @Nullable String id) {

        private static final String SNAPSHOT = "snapshot=";
        private static final String ID = "&versionid=";

        static AzureVersion of(ObjectLocation object) {
            var version = object.version();
            if (version == null || !version.startsWith(SNAPSHOT)) {
                return new AzureVersion(null, version);
            }
            int id = version.indexOf(ID);
            return id < 0
                    ? new AzureVersion(version.substring(SNAPSHOT.length()), null)
                    : new AzureVersion(version.substring(SNAPSHOT.length(), id), version.substring(id + ID.length()));
        }
    }
}
