package io.accession.core.draft;

import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A manifest while it is made: takes objects in the order of their listing, then {@link #finish} tells what they become, then {@link
 * #writeTo} writes it. Entries wait in files without names, so memory does not grow with the listing but for the largest group. The same
 * objects in the same order give the same manifests, byte for byte. For one thread.
 */
public final class ManifestDraft implements AutoCloseable {

    private static final int LOOKED_AT_ONCE = 256;
    private static final int MOST_WAITING = 20_000;

    private final DraftRules rules;
    private final DraftLimits limits;
    private final EntryForm form;
    private final @Nullable ObjectHeads heads;
    private final ObjectTypes types;
    private final LeftOutObjects leftOut = new LeftOutObjects();
    private final Map<DraftType, EntrySpool> entries = new EnumMap<>(DraftType.class);
    private final GroupSorting images;
    private final GroupSorting series;
    private final @Nullable SeriesSorting byHeader;
    private final List<ListedObject> waiting = new ArrayList<>();
    private int unknown;
    private long objects;

    /**
     * {@code heads} is asked about objects whose names tell nothing; null to leave those out. {@code headers} is asked where the rules group by
     * DICOM series; null to refuse that. {@code directory} is where listings wait that are too long for memory.
     */
    public ManifestDraft(
            DraftRules rules,
            DraftLimits limits,
            Path directory,
            @Nullable ObjectHeads heads,
            @Nullable DicomHeaders headers) {
        this.rules = rules;
        this.limits = limits;
        this.form = EntryForm.of(rules.csv());
        this.heads = heads;
        this.types = new ObjectTypes(rules.kind(), leftOut);
        for (DraftType type : DraftType.values()) {
            entries.put(type, new EntrySpool(directory));
        }
        this.images = new GroupSorting(directory);
        this.series = new GroupSorting(directory);
        this.byHeader = rules.readsSeries() ? byHeader(headers) : null;
    }

    private SeriesSorting byHeader(@Nullable DicomHeaders headers) {
        if (headers == null) {
            throw new RegistryException(DraftRules.SERIES_UNKNOWN);
        }
        return new SeriesSorting(headers, series, leftOut, rules.csv());
    }

    public void add(ListedObject object) throws IOException {
        objects++;
        if (heads == null) {
            add(object, types.find(object));
            return;
        }
        waiting.add(object);
        unknown += ObjectTypes.asksForBytes(object) ? 1 : 0;
        if (unknown == LOOKED_AT_ONCE || waiting.size() == MOST_WAITING) {
            look(heads);
        }
    }

    private void look(ObjectHeads source) throws IOException {
        var asking = waiting.stream().filter(ObjectTypes::asksForBytes).toList();
        var found = asking.isEmpty()
                ? Collections.<Optional<byte[]>>emptyIterator()
                : source.find(asking, FirstBytes.LENGTH).iterator();
        for (var object : waiting) {
            var type = ObjectTypes.asksForBytes(object)
                    ? types.find(object, found.next().orElse(null))
                    : types.find(object);
            add(object, type);
        }
        waiting.clear();
        unknown = 0;
    }

    /** An object that cannot be named in this form of manifest. */
    public void addUnnameable(String key) {
        objects++;
        leftOut.add(LeftOutObjects.UNNAMEABLE, key);
    }

    /** How many objects have come so far. */
    public long objects() {
        return objects;
    }

    private void add(ListedObject object, Optional<DraftType> type) throws IOException {
        if (type.isEmpty()) {
            return;
        }
        switch (type.get()) {
            case DICOM_SERIES -> addToSeries(object);
            case IMAGES -> addImage(object);
            case VIDEOS, AUDIO, PDFS, TEXT, NIFTI, IMAGE_GROUPS -> addSingle(object, type.get());
        }
    }

    private void addImage(ListedObject object) throws IOException {
        if (rules.kind().groupsImages()) {
            addToGroup(object, images);
            return;
        }
        var group = rules.kind() == WantedKind.AUTO && rules.groupBy() != null
                ? rules.groupBy().group(object.key())
                : Optional.<String>empty();
        if (group.isPresent()) {
            images.add(group.get(), object);
        } else {
            addSingle(object, DraftType.IMAGES);
        }
    }

    private void addToSeries(ListedObject object) throws IOException {
        if (byHeader == null) {
            addToGroup(object, series);
        } else {
            byHeader.add(object);
        }
    }

    private void addToGroup(ListedObject object, GroupSorting groups) throws IOException {
        var pattern = rules.groupBy();
        boolean byPattern = pattern != null && (groups == images || rules.kind() == WantedKind.DICOM_SERIES);
        if (pattern == null || !byPattern) {
            groups.add(directoryTitle(object), object);
            return;
        }
        var group = pattern.group(object.key());
        if (group.isPresent()) {
            groups.add(group.get(), object);
        } else {
            leftOut.add(LeftOutObjects.UNGROUPED, object.key());
        }
    }

    /** Without its slash; a title is never empty. */
    private static String directoryTitle(ListedObject object) {
        String directory = object.directory();
        return directory.length() < 2 ? "/" : directory.substring(0, directory.length() - 1);
    }

    private void addSingle(ListedObject object, DraftType type) throws IOException {
        String title = switch (rules.title()) {
            case DEFAULT -> null;
            case KEY -> object.key();
            case NAME -> object.fileName();
        };
        spool(type).add(form.single(type, object, title, metadata(object)), 1);
    }

    private Map<String, Object> metadata(ListedObject object) {
        if (rules.metadataFrom() == null) {
            return Map.of();
        }
        var metadata = new LinkedHashMap<String, Object>();
        rules.metadataFrom().values(object.key()).forEach((name, text) -> {
            if (!rules.numbers().contains(name)) {
                metadata.put(name, text);
            } else if (text.matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
                metadata.put(name, new BigDecimal(text));
            }
        });
        return metadata;
    }

    /** To be called once, when all objects have come. */
    public DraftSummary finish() throws IOException {
        if (heads != null) {
            look(heads);
        }
        if (byHeader != null) {
            byHeader.look();
        }
        boolean video = rules.kind() == WantedKind.IMAGE_SEQUENCES;
        images.forEach((title, members) -> addGroup(DraftType.IMAGE_GROUPS, title, members, video));
        series.forEach((title, members) -> addGroup(DraftType.DICOM_SERIES, title, members, false));
        var counts = new LinkedHashMap<String, Long>();
        var filling = new ManifestFilling(limits);
        long urls = 0;
        for (var each : entries.entrySet()) {
            var spool = each.getValue();
            if (spool.entries() > 0) {
                counts.put(each.getKey().key(), spool.entries());
            }
            urls += spool.urls();
            spool.forEachSize(filling::add);
        }
        return new DraftSummary(objects, counts, urls, filling.manifests(), leftOut.list());
    }

    private void addGroup(DraftType type, String title, List<ListedObject> members, boolean video) throws IOException {
        var metadata = metadata(members.getFirst());
        spool(type).add(form.group(type, title, members, metadata, video), members.size());
    }

    /** Nothing is opened when there are no entries. May be repeated. */
    public void writeTo(ManifestTarget target) throws IOException {
        var writing = new ManifestWriting(form, limits, target);
        for (var each : entries.entrySet()) {
            each.getValue().forEach((entry, urls) -> writing.add(each.getKey(), entry, urls));
        }
        writing.end();
    }

    private EntrySpool spool(DraftType type) {
        return Objects.requireNonNull(entries.get(type));
    }

    @Override
    public void close() {
        images.close();
        series.close();
        entries.values().forEach(EntrySpool::close);
    }
}
