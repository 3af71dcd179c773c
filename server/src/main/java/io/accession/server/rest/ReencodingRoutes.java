package io.accession.server.rest;

import io.accession.api.NewReencoding;
import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemId;
import io.accession.core.reencode.Reencoding;
import io.accession.core.reencode.Reencoding.State;
import io.accession.core.reencode.ReencodingId;
import io.accession.core.reencode.Reencodings;
import io.accession.core.registry.User;
import io.accession.core.registry.Users;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Videos made anew on request. */
public final class ReencodingRoutes {

    private final Reencodings reencodings;
    private final Users users;

    public ReencodingRoutes(Reencodings reencodings, Users users) {
        this.reencodings = reencodings;
        this.users = users;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/reencodings", this::start),
                Operation.get("/api/v1/reencodings/{id}", this::read));
    }

    private void start(Call call) throws IOException {
        var wanted = call.body(NewReencoding.class);
        var items = wanted.items().stream().map(ItemId::new).toList();
        var reencoding = reencodings.start(call.asking(), items, Boolean.TRUE.equals(wanted.force()));
        call.answer(Status.CREATED_201, shown(reencoding));
    }

    private void read(Call call) throws IOException {
        call.answer(shown(reencodings.read(call.asking(), new ReencodingId(call.id("id", "re-encoding")))));
    }

    private io.accession.api.Reencoding shown(Reencoding reencoding) {
        return new io.accession.api.Reencoding(
                reencoding.id().value(),
                shown(reencoding.state()),
                reencoding.force(),
                reencoding.createdAt(),
                users.find(reencoding.createdBy()).map(User::email).orElse(""),
                new io.accession.api.Reencoding.Counts(
                        reencoding.items().size(),
                        reencoding.count(State.PENDING),
                        reencoding.count(State.DONE) - reencoding.notNeeded(),
                        reencoding.notNeeded(),
                        reencoding.count(State.ERROR)),
                reencoding.items().stream().map(ReencodingRoutes::shown).toList());
    }

    private static io.accession.api.Reencoding.Video shown(Reencoding.Video video) {
        return new io.accession.api.Reencoding.Video(
                video.item().value(),
                shown(video.state()),
                video.needed(),
                video.originalUrl(),
                video.objectUrl(),
                shown(video.failure()));
    }

    private static io.accession.api.Reencoding.State shown(State state) {
        return io.accession.api.Reencoding.State.valueOf(state.name());
    }

    private static io.accession.api.Reencoding.@Nullable Failure shown(@Nullable Failure failure) {
        return failure == null
                ? null
                : new io.accession.api.Reencoding.Failure(failure.code().name(), failure.message());
    }
}
