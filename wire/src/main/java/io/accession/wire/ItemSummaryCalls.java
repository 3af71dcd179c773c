package io.accession.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.accession.core.domain.DataRowId;
import io.accession.core.registry.DataGroup;
import io.accession.core.registry.DataGroups;
import io.accession.core.registry.DatasetUse;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.Items;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an item is used, and how a data group is shown. */
public final class ItemSummaryCalls {

    private final Items items;
    private final Datasets datasets;
    private final DataGroups groups;

    public ItemSummaryCalls(Items items, Datasets datasets, DataGroups groups) {
        this.items = items;
        this.datasets = datasets;
        this.groups = groups;
    }

    public List<WireRoute> routes() {
        return List.of(WireRoute.get("storage/folders/{folder}/items/{item}/summary", this::summarize));
    }

    private record DatasetShortInfo(
            UUID datasetHash,
            @Nullable UUID backingFolderUuid,
            String title,
            List<UUID> dataHashes,
            Instant dataUnitsCreatedAt) {

        static DatasetShortInfo of(DatasetUse.InDataset use) {
            var folder = use.dataset().folder();
            return new DatasetShortInfo(
                    use.dataset().id().value(),
                    folder == null ? null : folder.value(),
                    use.dataset().title(),
                    use.rows().stream().map(DataRowId::value).toList(),
                    use.since());
        }
    }

    private record ShortInfo(UUID uuid, String name, UUID parentUuid, String parentName, String itemType) {}

    private record GroupChild(UUID uuid) {}

    private record GroupLayout(
            Map<String, GroupChild> layoutContents,
            @JsonRawValue String layout,
            @JsonRawValue String layoutSettings) {

        static GroupLayout of(DataGroup group) {
            var contents = new LinkedHashMap<String, GroupChild>();
            group.contents().forEach((key, item) -> contents.put(key, new GroupChild(item.value())));
            return new GroupLayout(contents, group.layout(), group.settings());
        }
    }

    private record Summary(
            int frameInGroups,
            List<ShortInfo> accessibleGroupItems,
            int usedInDatasets,
            List<DatasetShortInfo> accessibleDatasets,
            @Nullable GroupLayout groupLayout) {}

    private WireAnswer summarize(WireCall call) {
        ItemInFolder.require(items, call);
        var use = items.use(call.asking(), call.item());
        var composites = use.accessible().stream()
                .map(composite -> new ShortInfo(
                        composite.item().id().value(),
                        composite.item().name(),
                        composite.item().folder().value(),
                        composite.folderName(),
                        composite.item().kind().wireName()))
                .toList();
        var inDatasets = datasets.use(call.asking(), call.item());
        var accessible =
                inDatasets.accessible().stream().map(DatasetShortInfo::of).toList();
        var layout = call.queryFlag("includeGroupLayout").orElse(false)
                ? groups.find(call.asking(), call.item()).map(GroupLayout::of).orElse(null)
                : null;
        return call.json(new Summary(use.composites(), composites, inDatasets.datasets(), accessible, layout));
    }
}
