package io.accession.core.reencode;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.UrlWriting;
import io.accession.core.reencode.ReencodingQueue.ItemToReencode;
import io.accession.core.reencode.ReencodingQueue.Original;
import io.accession.core.render.RenderedVideo;
import io.accession.core.work.RenewedLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Writes new videos into the customer's storage, in the bucket of the original. */
final class ReencodedWriting {

    private final ReencodingQueue queue;
    private final String prefix;

    ReencodedWriting(ReencodingQueue queue, String prefix) {
        this.queue = queue;
        this.prefix = prefix;
    }

    /** Closes the video. Empty when the item was lost meanwhile. */
    Optional<ReencodingOutcome> write(
            ItemToReencode item,
            Original original,
            ObjectStore store,
            Addressing addressing,
            ObjectLocation beside,
            RenderedVideo encoded) {
        var target = target(item, beside);
        try (var video = encoded;
                var bytes = Files.newInputStream(video.file())) {
            var url = UrlWriting.url(target, addressing, false)
                    .orElseThrow(() -> new IllegalStateException("no URL names " + target));
            if (!queue.record(item, original, url, RenewedLease.LENGTH)) {
                return Optional.empty();
            }
            var facts = video.facts();
            var stat = store.write(target, bytes, facts.bytes(), facts.mimeType());
            return Optional.of(new ReencodingOutcome.Reencoded(url, facts, stat.etag()));
        } catch (ObjectUnavailableException e) {
            return Optional.of(new ReencodingOutcome.Failed(notWritten(target, e.failure())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectLocation target(ItemToReencode item, ObjectLocation beside) {
        var key = prefix + item.item() + "-" + item.reencoding() + ".mp4";
        return new ObjectLocation(beside.provider(), beside.endpoint(), beside.bucket(), key, null);
    }

    private static Failure notWritten(ObjectLocation target, Failure failure) {
        var code = failure.code() == FailureCode.OBJECT_FORBIDDEN ? FailureCode.WRITE_ACCESS_REQUIRED : failure.code();
        return new Failure(code, "The video cannot be written to '" + target.key() + "': " + failure.message());
    }
}
