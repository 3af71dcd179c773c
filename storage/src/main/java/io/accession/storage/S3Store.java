package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.BodyUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Amazon S3 and what speaks its protocol. A bucket in another region than thought is asked for once more there. */
final class S3Store implements ObjectStore {

    private static final int PAGE = 1_000;

    private final S3Clients clients;
    private final String host;

    /** {@code host} is what failures call the storage. */
    S3Store(S3Clients clients, String host) {
        this.clients = clients;
        this.host = host;
    }

    @Override
    public ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException {
        return call(object.bucket(), s3 -> {
            var head = s3.headObject(
                    request -> request.bucket(object.bucket()).key(object.key()).versionId(object.version()));
            return new ObjectStat(
                    Objects.requireNonNullElse(head.contentLength(), -1L),
                    head.eTag(),
                    head.lastModified(),
                    head.contentType());
        });
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException {
        if (length == 0) {
            return new ObjectBytes(new byte[0], stat(object));
        }
        var request = GetObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version())
                .range("bytes=" + offset + "-" + (offset + length - 1))
                .build();
        var read = call(object.bucket(), s3 -> readOrPastTheEnd(s3, request, offset, length));
        return read == null ? new ObjectBytes(new byte[0], stat(object)) : read;
    }

    @Override
    public ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException {
        return S3Failures.ofListing(
                bucket,
                () -> call(bucket, s3 -> {
                    // Keys may hold what XML cannot, so they come percent-encoded; the SDK decodes them.
                    var page = s3.listObjectsV2(request -> request.bucket(bucket)
                            .prefix(prefix)
                            .startAfter(after)
                            .maxKeys(PAGE)
                            .encodingType(EncodingType.URL));
                    var objects = page.contents().stream()
                            .map(object -> new ObjectPage.Listed(
                                    object.key(),
                                    new ObjectStat(object.size(), object.eTag(), object.lastModified(), null)))
                            .toList();
                    boolean more = Boolean.TRUE.equals(page.isTruncated()) && !objects.isEmpty();
                    return new ObjectPage(objects, more ? objects.getLast().key() : null);
                }));
    }

    @Override
    public ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws ObjectUnavailableException, IOException {
        try {
            var written = clients.forBucket(object.bucket())
                    .putObject(
                            request -> request.bucket(object.bucket())
                                    .key(object.key())
                                    .contentType(contentType)
                                    .contentLength(length),
                            RequestBody.fromInputStream(new PromisedBytes(bytes, length), length));
            return new ObjectStat(length, written.eTag(), null, contentType);
        } catch (SdkException e) {
            if (e instanceof AwsServiceException answered && isElsewhere(answered, object.bucket())) {
                throw StorageFailures.failure(
                        FailureCode.STORAGE_UNREACHABLE,
                        "The bucket is in another region than thought; trying again goes there.",
                        e);
            }
            throw writeFailure(e, object);
        }
    }

    @Override
    public void delete(ObjectLocation object) throws ObjectUnavailableException {
        call(
                object.bucket(),
                s3 -> s3.deleteObject(request ->
                        request.bucket(object.bucket()).key(object.key()).versionId(object.version())));
    }

    @Override
    public URI sign(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        try {
            var signed = clients.presignerFor(object.bucket())
                    .presignGetObject(presign -> presign.signatureDuration(lifetime)
                            .getObjectRequest(request -> request.bucket(object.bucket())
                                    .key(object.key())
                                    .versionId(object.version())));
            return URI.create(signed.url().toString());
        } catch (SdkException e) {
            throw S3Failures.of(e, object.bucket(), host);
        }
    }

    @Override
    public URI signUpload(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        try {
            var signed = clients.presignerFor(object.bucket())
                    .presignPutObject(presign -> presign.signatureDuration(lifetime)
                            .putObjectRequest(
                                    request -> request.bucket(object.bucket()).key(object.key())));
            return URI.create(signed.url().toString());
        } catch (SdkException e) {
            throw S3Failures.of(e, object.bucket(), host);
        }
    }

    @Override
    public void close() {
        clients.close();
    }

    @FunctionalInterface
    private interface Call<T extends @Nullable Object> {
        T on(S3Client s3) throws ObjectUnavailableException;
    }

    private <T extends @Nullable Object> T call(String bucket, Call<T> call) throws ObjectUnavailableException {
        try {
            try {
                return call.on(clients.forBucket(bucket));
            } catch (AwsServiceException e) {
                if (!isElsewhere(e, bucket)) {
                    throw e;
                }
                return call.on(clients.forBucket(bucket));
            }
        } catch (SdkException e) {
            throw S3Failures.of(e, bucket, host);
        } catch (RuntimeException e) {
            // The SDK refuses some names before it asks, with exceptions of no family.
            throw StorageFailures.failure(
                    FailureCode.URL_INVALID, "No S3 request can be made for an object of this name.", e);
        }
    }

    /** Whether the answer says that the bucket is in a region that we did not know of. */
    private boolean isElsewhere(AwsServiceException failure, String bucket) {
        var details = failure.awsErrorDetails();
        boolean mayBe = failure.statusCode() == 301 || failure.statusCode() == 307 || failure.statusCode() == 400;
        if (!mayBe || details == null || details.sdkHttpResponse() == null) {
            return false;
        }
        return details.sdkHttpResponse()
                .firstMatchingHeader("x-amz-bucket-region")
                .map(region -> clients.learn(bucket, region))
                .orElse(false);
    }

    private @Nullable ObjectBytes readOrPastTheEnd(S3Client s3, GetObjectRequest request, long offset, int length)
            throws ObjectUnavailableException {
        try (var answer = s3.getObject(request)) {
            try {
                return ranged(answer.response()).read(answer, offset, length, host);
            } catch (IOException e) {
                throw StorageFailures.of(e, host);
            } finally {
                answer.abort(); // what was not asked for is not read, or the SDK would read it to its end
            }
        } catch (AwsServiceException e) {
            if (e.statusCode() == 416) {
                return null;
            }
            throw e;
        } catch (IOException e) {
            throw StorageFailures.of(e, host);
        }
    }

    private static RangedAnswer ranged(GetObjectResponse response) {
        long length = Objects.requireNonNullElse(response.contentLength(), -1L);
        var stat = new ObjectStat(length, response.eTag(), response.lastModified(), response.contentType());
        return new RangedAnswer(response.sdkHttpResponse().statusCode(), response.contentRange(), stat);
    }

    private ObjectUnavailableException writeFailure(SdkException failure, ObjectLocation object) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyUnreadable unreadable) {
                throw unreadable;
            }
        }
        return S3Failures.ofWrite(failure, object, host);
    }
}
