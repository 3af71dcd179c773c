package io.accession.wire;

import io.accession.core.domain.DataRowId;
import io.accession.core.domain.ItemId;
import io.accession.core.reencode.Reencoding;
import io.accession.core.reencode.ReencodingId;
import io.accession.core.reencode.Reencodings;
import io.accession.core.registry.DataRow;
import io.accession.core.registry.DataRows;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Videos of datasets made anew, as the older half of the protocol asks for them. */
public final class ReencodingQueries {

    private final DataRows rows;
    private final Reencodings reencodings;

    public ReencodingQueries(DataRows rows, Reencodings reencodings) {
        this.rows = rows;
        this.reencodings = reencodings;
    }

    public List<LegacyRoute> routes() {
        return List.of(
                new LegacyRoute("PUT", "reencodevideotask", this::start),
                new LegacyRoute("GET", "reencodevideotask", this::read));
    }

    private record Wanted(List<UUID> data_hash) {}

    private WireAnswer start(LegacyCall call) throws IOException {
        var ids = call.payload(Wanted.class).data_hash().stream()
                .map(DataRowId::new)
                .toList();
        var items = rows.readAll(call.asking(), call.dataset(), ids).stream()
                .map(row -> row.item().item().id())
                .toList();
        return call.json(reencodings.start(call.asking(), items, true).id().value());
    }

    private record Task(String status, @Nullable List<Result> result) {}

    private record Result(UUID data_hash, @Nullable String signed_url, String bucket_path) {}

    private WireAnswer read(LegacyCall call) {
        var reencoding = reencodings.read(call.asking(), new ReencodingId(call.uid()));
        boolean hasEnded = reencoding.state() != Reencoding.State.PENDING;
        return call.json(new Task(ReencodingCalls.status(reencoding), hasEnded ? results(call, reencoding) : null));
    }

    /** Of the videos that were made; those whose row is gone are left out. */
    private List<Result> results(LegacyCall call, Reencoding reencoding) {
        var made = reencoding.items().stream()
                .filter(video -> video.objectUrl() != null)
                .toList();
        var rowOf = new HashMap<ItemId, DataRowId>();
        for (DataRow row : rows.listOf(
                call.asking(),
                call.dataset(),
                made.stream().map(Reencoding.Video::item).toList())) {
            rowOf.putIfAbsent(row.item().item().id(), row.id());
        }
        return made.stream()
                .filter(video -> rowOf.containsKey(video.item()))
                .map(video -> result(video, rowOf))
                .toList();
    }

    private static Result result(Reencoding.Video video, Map<ItemId, DataRowId> rowOf) {
        return new Result(
                Objects.requireNonNull(rowOf.get(video.item())).value(),
                null,
                Objects.requireNonNullElse(video.objectUrl(), ""));
    }
}
