package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.DatasetId;
import io.accession.core.registry.Dataset;
import io.accession.core.registry.DatasetFilter;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.NewDataset;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Shared;
import io.accession.core.registry.Sharing;
import io.accession.core.registry.TextFilter;
import io.accession.core.registry.TimeFilter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Datasets, as far as the newer half of the protocol knows them. */
public final class DatasetCalls {

    private static final String GROUPS = "datasets/{dataset}/groups";

    private final Datasets datasets;
    private final Sharing sharing;

    public DatasetCalls(Datasets datasets, Sharing sharing) {
        this.datasets = datasets;
        this.sharing = sharing;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post("datasets", this::create),
                WireRoute.get("datasets/list", this::list),
                WireRoute.delete("datasets/{dataset}", this::remove),
                WireRoute.get(GROUPS, this::listGroups),
                WireRoute.post(GROUPS, this::grant).repeated(),
                WireRoute.delete(GROUPS, this::revoke));
    }

    private static DatasetId dataset(WireCall call) {
        return new DatasetId(call.pathId("dataset"));
    }

    private record NewDatasetBody(
            String title,
            @Nullable String description,
            @Nullable Boolean createBackingFolder) {}

    /** {@code datasetHash} is what older clients read. */
    private record Created(
            UUID datasetUuid, UUID datasetHash, @Nullable UUID backingFolderUuid) {}

    private WireAnswer create(WireCall call) throws IOException {
        var body = call.body(NewDatasetBody.class);
        var created = datasets.create(
                call.asking(),
                new NewDataset(
                        body.title(),
                        Objects.requireNonNullElse(body.description(), ""),
                        !Boolean.FALSE.equals(body.createBackingFolder())));
        var id = created.id().value();
        return call.json(new Created(id, id, folder(created)));
    }

    private static @Nullable UUID folder(Dataset dataset) {
        var folder = dataset.folder();
        return folder == null ? null : folder.value();
    }

    private record DatasetWithUserRole(
            UUID datasetUuid,
            String title,
            String description,
            Instant createdAt,
            Instant lastEditedAt,
            @Nullable String userRole,
            @Nullable Integer storageLocation,
            @Nullable UUID backingFolderUuid) {

        /** A dataset has items of any storage. */
        static DatasetWithUserRole of(Dataset dataset) {
            var role = dataset.role();
            return new DatasetWithUserRole(
                    dataset.id().value(),
                    dataset.title(),
                    dataset.description(),
                    dataset.createdAt(),
                    dataset.editedAt(),
                    role == null ? null : role.wireName(),
                    null,
                    folder(dataset));
        }
    }

    private record DatasetList(List<DatasetWithUserRole> result) {}

    private WireAnswer list(WireCall call) {
        var filter = new DatasetFilter(
                "",
                text(call, "title"),
                text(call, "description"),
                time(call, "created"),
                time(call, "edited"),
                call.queryFlag("includeOrgAccess").orElse(false));
        var all = new ArrayList<DatasetWithUserRole>();
        String token = null;
        do {
            var page = datasets.list(call.asking(), filter, new PageRequest(PageRequest.MAXIMUM_LIMIT, token));
            page.results().forEach(dataset -> all.add(DatasetWithUserRole.of(dataset)));
            token = page.nextToken();
        } while (token != null);
        return call.json(new DatasetList(all));
    }

    private static TextFilter text(WireCall call, String of) {
        return new TextFilter(
                call.query(of + "Eq").orElse(null), call.query(of + "Like").orElse(null));
    }

    private static TimeFilter time(WireCall call, String of) {
        return new TimeFilter(instant(call, of + "After"), instant(call, of + "Before"));
    }

    private static @Nullable Instant instant(WireCall call, String parameter) {
        return WireTimes.read(parameter, call.query(parameter).orElse(null));
    }

    private WireAnswer remove(WireCall call) {
        datasets.remove(call.asking(), dataset(call));
        return call.nothing();
    }

    private record DatasetGroup(
            UUID groupHash,
            String name,
            String description,
            Instant createdAt,
            boolean isSameOrganisation,
            int userRole) {

        static DatasetGroup of(Sharing.GroupRole granted) {
            var group = granted.group();
            return new DatasetGroup(
                    group.id(),
                    group.name(),
                    group.description(),
                    group.createdAt(),
                    true,
                    DatasetRoleNumbers.of(granted.role()));
        }
    }

    private WireAnswer listGroups(WireCall call) {
        var granted = sharing.list(call.asking(), shared(call)).groups();
        return call.json(WirePage.of(granted.stream().map(DatasetGroup::of).toList()));
    }

    private record Grant(List<UUID> groupHashList, JsonNode userRole) {}

    private WireAnswer grant(WireCall call) throws IOException {
        var body = call.body(Grant.class);
        sharing.grantToGroups(
                call.asking(), shared(call), body.groupHashList(), DatasetRoleNumbers.read(body.userRole()));
        return call.nothing();
    }

    private WireAnswer revoke(WireCall call) {
        sharing.revokeFromGroups(call.asking(), shared(call), call.queryIds("groupHashList"));
        return call.nothing();
    }

    private static Shared shared(WireCall call) {
        return new Shared.Dataset(dataset(call));
    }
}
