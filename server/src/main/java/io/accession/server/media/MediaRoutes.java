package io.accession.server.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The bytes of objects in local directories, for whoever has a signed path. At most a quarter of a megabyte of them is in memory. */
public final class MediaRoutes {

    static final String PATH = "/media/{ticket}/{name}";
    private static final int CHUNK_BYTES = 256 << 10;

    private final SignedMediaPaths paths;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final ObjectStores stores;

    public MediaRoutes(
            SignedMediaPaths paths,
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            ObjectStores stores) {
        this.paths = paths;
        this.integrations = integrations;
        this.stores = stores;
    }

    public List<Operation> operations() {
        return List.of(
                new Operation(Method.GET, PATH, true, false, call -> answer(call, true)),
                new Operation(Method.HEAD, PATH, true, false, call -> answer(call, false)),
                new Operation(Method.OPTIONS, PATH, true, false, MediaHeaders::answerPreflight));
    }

    private void answer(Call call, boolean sendsBytes) throws IOException {
        MediaHeaders.share(call);
        var name = call.path("name");
        var ticket = paths.open(MediaTicket.Use.READ, call.path("ticket"), name);
        var integration = integrations
                .apply(ticket.integration())
                .filter(found -> found.settings() instanceof IntegrationSettings.Local)
                .orElseThrow(() -> gone(name));
        var location = ObjectUrls.ownObject(ticket.key(), integration.addressing());
        var store = stores.open(integration);
        var stat = stat(store, location, name);
        MediaHeaders.describe(call, ticket.mimeType(), name);
        answer(call, sendsBytes, new Source(store, location, stat));
    }

    /** An object at one moment. */
    private record Source(ObjectStore store, ObjectLocation location, ObjectStat stat) {}

    private static void answer(Call call, boolean sendsBytes, Source source) throws IOException {
        var validators = Validators.of(source.stat());
        long size = source.stat().bytes();
        call.set(HeaderNames.ACCEPT_RANGES, "bytes");
        Optional.ofNullable(validators.etag()).ifPresent(etag -> call.set(HeaderNames.ETAG, etag));
        validators.lastModified().ifPresent(time -> call.set(HeaderNames.LAST_MODIFIED, time));
        switch (validators.evaluate(call::header)) {
            case FAILED -> call.answerEmpty(Status.PRECONDITION_FAILED_412);
            case NOT_MODIFIED -> call.answerEmpty(Status.NOT_MODIFIED_304);
            case SEND -> {
                switch (range(call, sendsBytes, validators, size)) {
                    case ByteRange.Whole() -> send(call, Status.OK_200, sendsBytes, source, 0, size);
                    case ByteRange.Part(long first, long last) -> {
                        call.set(HeaderNames.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + size);
                        send(call, Status.PARTIAL_CONTENT_206, sendsBytes, source, first, last - first + 1);
                    }
                    case ByteRange.OutOfReach() -> {
                        call.set(HeaderNames.CONTENT_RANGE, "bytes */" + size);
                        call.answerEmpty(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416);
                    }
                }
            }
        }
    }

    /** Ranges are for GET alone (RFC 9110, section 14.2). */
    private static ByteRange range(Call call, boolean sendsBytes, Validators validators, long size) {
        boolean fits =
                call.header(HeaderNames.IF_RANGE).map(validators::continues).orElse(true);
        return call.header(HeaderNames.RANGE)
                .filter(_ -> sendsBytes && fits)
                .map(header -> ByteRange.of(header, size))
                .orElseGet(ByteRange.Whole::new);
    }

    private static void send(Call call, Status status, boolean sendsBytes, Source source, long from, long length)
            throws IOException {
        if (!sendsBytes) {
            call.answerHead(status, length);
            return;
        }
        try (var out = call.stream(status, length)) {
            copy(source, from, length, out);
        }
    }

    /** An object that changes under the answer breaks it off. */
    private static void copy(Source source, long from, long length, OutputStream out) throws IOException {
        long position = from;
        long end = from + length;
        while (position < end) {
            try {
                int wanted = (int) Math.min(CHUNK_BYTES, end - position);
                var part = source.store().read(source.location(), position, wanted);
                if (part.bytes().length == 0
                        || !Objects.equals(part.stat().etag(), source.stat().etag())) {
                    throw new IOException("the object changed while it was sent");
                }
                out.write(part.bytes());
                position += part.bytes().length;
            } catch (ObjectUnavailableException e) {
                throw new IOException("the object could not be read to its end", e);
            }
        }
    }

    private static ObjectStat stat(ObjectStore store, ObjectLocation location, String name) {
        try {
            return store.stat(location);
        } catch (ObjectUnavailableException e) {
            throw e.failure().code() == FailureCode.STORAGE_UNREACHABLE
                    ? new RegistryException(
                            new RegistryError.Unavailable(e.failure().message()), e)
                    : gone(name);
        }
    }

    private static RegistryException gone(String name) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("file", name));
    }
}
