package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.GcsClient.Question;
import io.accession.storage.http.BodyUnreadable;
import io.accession.storage.http.HttpAnswer;
import io.accession.storage.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Google Cloud Storage by its JSON API. What tells a change is the object's generation, which every kind of answer has. */
final class GcsStore implements ObjectStore {

    private static final int PAGE = 1_000;
    private static final int LONGEST_OBJECT_ANSWER = 1 << 20;
    private static final int LONGEST_LISTING = 16 << 20;

    private final GcsClient client;

    GcsStore(GcsClient client) {
        this.client = client;
    }

    @Override
    public ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException {
        var query = query(object);
        query.put("fields", "size,generation,updated,contentType");
        return client.call(question("GET", object, query), object.bucket(), this::stat);
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException {
        if (length == 0) {
            return new ObjectBytes(new byte[0], stat(object));
        }
        var query = query(object);
        query.put("alt", "media");
        var question = new Question(
                "GET",
                client.endpoint().object(object.bucket(), object.key()),
                query,
                List.of(
                        new HttpRequest.Header("Range", "bytes=" + offset + "-" + (offset + length - 1)),
                        // Objects that are stored compressed are served as they are stored, or no part of them fits.
                        new HttpRequest.Header("Accept-Encoding", "gzip")));
        var read = client.<@Nullable ObjectBytes>call(
                question,
                object.bucket(),
                answer -> answer.status() == 416
                        ? null
                        : ranged(answer)
                                .read(
                                        answer.body(),
                                        offset,
                                        length,
                                        client.endpoint().host()));
        return read == null ? new ObjectBytes(new byte[0], stat(object)) : read;
    }

    @Override
    public ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException {
        var query = new TreeMap<>(Map.of("maxResults", Integer.toString(PAGE)));
        query.put("fields", "nextPageToken,items(name,size,generation,updated,contentType)");
        if (!prefix.isEmpty()) {
            query.put("prefix", prefix);
        }
        if (!after.isEmpty()) {
            query.put("startOffset", after); // itself included
        }
        var question = new Question("GET", client.endpoint().objects(bucket), query, List.of());
        return client.call(question, bucket, answer -> page(parsed(answer, LONGEST_LISTING), after));
    }

    @Override
    public ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws ObjectUnavailableException, IOException {
        var query = new TreeMap<>(Map.of("uploadType", "media", "name", object.key()));
        var question = new Question(
                "POST",
                client.endpoint().uploads(object.bucket()),
                query,
                List.of(new HttpRequest.Header("Content-Type", contentType)));
        try {
            var body = new HttpRequest.Body(new PromisedBytes(bytes, length), length);
            return client.send(question, body, object.bucket(), this::stat);
        } catch (BodyUnreadable e) {
            throw e;
        } catch (IOException e) {
            throw StorageFailures.of(e, client.endpoint().host());
        }
    }

    @Override
    public void delete(ObjectLocation object) throws ObjectUnavailableException {
        try {
            client.call(question("DELETE", object, query(object)), object.bucket(), HttpAnswer::status);
        } catch (ObjectUnavailableException e) {
            if (e.failure().code() != FailureCode.OBJECT_NOT_FOUND) {
                throw e;
            }
        }
    }

    @Override
    public URI sign(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        return new GcsSignedUrl(client.endpoint(), object.bucket(), object.key(), object.version())
                .by(client.identity(), Instant.now(), lifetime);
    }

    @Override
    public void close() {
        client.close();
    }

    private Question question(String method, ObjectLocation object, Map<String, String> query) {
        return new Question(method, client.endpoint().object(object.bucket(), object.key()), query, List.of());
    }

    private static Map<String, String> query(ObjectLocation object) {
        var query = new TreeMap<String, String>();
        if (object.version() != null) {
            query.put("generation", object.version());
        }
        return query;
    }

    private ObjectStat stat(HttpAnswer answer) throws ObjectUnavailableException, IOException {
        if (answer.status() == 416) {
            throw StorageFailures.misbehaved(client.endpoint().host() + " does not tell what an object is like.");
        }
        return stat(parsed(answer, LONGEST_OBJECT_ANSWER));
    }

    private static JsonText parsed(HttpAnswer answer, int longest) throws IOException {
        return JsonText.parse(answer.body().readNBytes(longest));
    }

    private static ObjectPage page(JsonText listing, String after) {
        var objects = listing.objects("items").stream()
                .filter(item -> !item.text("name").equals(after))
                .map(item -> new ObjectPage.Listed(item.text("name"), stat(item)))
                .toList();
        boolean more = listing.find("nextPageToken") != null && !objects.isEmpty();
        return new ObjectPage(objects, more ? objects.getLast().key() : null);
    }

    private static ObjectStat stat(JsonText object) {
        var size = object.text("size");
        return new ObjectStat(
                size.matches("\\d{1,18}") ? Long.parseLong(size) : -1,
                object.find("generation"),
                instant(object.text("updated")),
                object.find("contentType"));
    }

    private static RangedAnswer ranged(HttpAnswer answer) {
        var plain = WebHeaders.ranged(answer);
        var generation = answer.header("x-goog-generation");
        var stat = plain.stat();
        return new RangedAnswer(
                plain.status(),
                plain.contentRange(),
                new ObjectStat(
                        stat.bytes(),
                        generation == null ? stat.etag() : generation,
                        stat.lastModified(),
                        stat.contentType()));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
