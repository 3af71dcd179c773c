package io.accession.core.manifest;

import io.accession.core.domain.Failure;
import io.accession.core.manifest.JsonFault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One CSV manifest while it is read (registration-facts section 5). Each entry is handed over as the JSON that it stands for, so that nothing
 * behind knows of CSV: a blank title is written out there. Rows of single objects go on at once. Rows of groups and series are held, since
 * rows of the same title may stand anywhere, and follow at the end, in the order of their first rows.
 */
final class CsvReading {

    private record Key(EntryType type, String title) {}

    private final ManifestLimits limits;
    private final EntrySink sink;
    private final CsvCharacters in;
    private final CsvRows rows;
    private final EntryParser parser;
    private final ManifestTally tally;
    private final ManifestFlags flags;
    private final ManifestWarnings warnings = new ManifestWarnings();
    private final Map<Key, CsvGroup> groups = new LinkedHashMap<>();

    private @Nullable CsvHeader header;
    private int rowCount;
    private long heldBytes;

    CsvReading(ManifestLimits limits, ManifestForm form, InputStream body, EntrySink sink) {
        this.limits = limits;
        this.sink = sink;
        this.in = new CsvCharacters(body, limits.csvBytes());
        this.rows = new CsvRows(in, limits.urlBytes());
        this.parser = new EntryParser(limits);
        this.tally = new ManifestTally(limits);
        this.flags = new ManifestFlags(form);
    }

    ManifestSummary read() throws IOException {
        try {
            in.begin();
            refuseJson();
            for (var row = rows.next(); !row.isEmpty(); row = rows.next()) {
                read(row);
            }
        } catch (PackingFault fault) {
            throw in.fault(fault.what());
        }
        if (rowCount == 0) {
            throw in.fault(
                    header == null
                            ? "it is empty. The first row of a CSV manifest names its columns: " + CsvTitles.known()
                            : "it names no objects. Write a row for each below the header");
        }
        for (var group : groups.values()) {
            handOver(group.type(), group.place(), group.finish(), group.failure());
        }
        flags.warn(warnings);
        return new ManifestSummary(
                flags.skipDuplicateUrls(), flags.upsertMetadata(), tally.entries(), tally.urls(), warnings.list());
    }

    private void refuseJson() throws IOException {
        while (Character.isWhitespace(in.peek())) {
            in.take();
        }
        if (in.peek() == '{' || in.peek() == '[') {
            throw in.fault("this is JSON, not CSV. Send it with Content-Type: application/json,"
                    + " or application/x-ndjson when it has one object per line");
        }
    }

    private void read(List<CsvCell> cells) throws IOException {
        if (CsvHeader.isHeader(cells)) {
            header = CsvHeader.of(cells, header);
            return;
        }
        if (header == null) {
            throw CsvCharacters.fault(
                    cells.getFirst().place(),
                    "the first row must name the columns, and one of them " + CsvTitles.URL + ". Headings are "
                            + CsvTitles.known());
        }
        checkShape(header, cells);
        if (++rowCount > limits.csvRows()) {
            throw ManifestFaults.tooLarge("The manifest has more than " + Wording.count(limits.csvRows())
                    + " rows, the most that a CSV manifest may have; the limit is crossed at line "
                    + Wording.count(cells.getFirst().place().line())
                    + ". Split it, or send it as JSON or NDJSON, which may have "
                    + Wording.count(limits.items()) + " entries.");
        }
        add(new CsvRow(header, cells, limits.urlBytes()));
    }

    /** Rows whose cells are not where the header says are faults of the manifest: what they ask for is not known. */
    private void checkShape(CsvHeader header, List<CsvCell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isBlank() && !header.knows(column)) {
                throw CsvCharacters.fault(
                        cells.get(column).place(),
                        "nothing in the header stands over this cell. Put quotes around a cell with a "
                                + rows.separator() + " in it");
            }
        }
        var only = cells.getFirst();
        if (cells.size() == 1
                && (header.columns() > 1 || looksLikeHeader(only))
                && rows.hasOtherSeparator(only.text())) {
            throw CsvCharacters.fault(
                    only.place(),
                    "the row is not separated by a " + rows.separator()
                            + " as the rows before it. Use one separator in the whole manifest; if this is one cell,"
                            + " put quotes around it and a " + rows.separator() + " behind it");
        }
    }

    private static boolean looksLikeHeader(CsvCell cell) {
        return cell.text().regionMatches(true, 0, CsvTitles.URL, 0, CsvTitles.URL.length());
    }

    private void add(CsvRow row) throws IOException {
        if (!row.type().kind().isComposite()) {
            addSingle(row);
        } else if (row.title().isEmpty()) {
            addUntitled(row);
        } else {
            addToGroup(row);
        }
        if (row.header().createVideo() >= 0
                && !row.header().createVideoIsNamed()
                && !row.createVideo().isEmpty()) {
            warnings.add("CREATE_VIDEO_WITHOUT_HEADING", "", row::place);
        }
    }

    private void addSingle(CsvRow row) throws IOException {
        var text = new CsvEntryText();
        text.add("objectUrl", row.url());
        String title = row.title().isEmpty() ? row.fileName() : row.title();
        if (title != null) {
            text.add("title", title);
        }
        String createVideo = row.wrongCreateVideo();
        if (createVideo != null) {
            text.add("createVideo", createVideo);
        }
        var faults = new EntryFaults();
        row.faults(sentence -> sentence).forEach(fault -> faults.add(fault.code(), fault.message()));
        handOver(row.type(), row.place(), text.finish(), faults.failure());
    }

    /** A row of a group or series without a title stands alone: a series is named after its file, a group cannot be. */
    private void addUntitled(CsvRow row) throws IOException {
        var group = new CsvGroup(row.type(), row.place());
        String name = row.type() == EntryType.IMAGE_GROUPS ? null : row.fileName();
        if (name != null) {
            group.titled(name);
        }
        group.add(row);
        handOver(group.type(), group.place(), group.finish(), group.failure());
    }

    private void addToGroup(CsvRow row) {
        var group = groups.computeIfAbsent(
                new Key(row.type(), row.title()), key -> new CsvGroup(row.type(), row.place()).titled(row.title()));
        int before = group.size();
        group.add(row);
        heldBytes += group.size() - before;
        if (heldBytes > limits.entryBytes()) {
            throw ManifestFaults.tooLarge("The rows of groups and series have more than "
                    + Wording.bytes(limits.entryBytes())
                    + " together, the most that a CSV manifest may have of them; the limit is crossed at line "
                    + Wording.count(row.place().line()) + ". Split it, or send it as JSON.");
        }
    }

    private void handOver(EntryType type, Place place, RawJson raw, @Nullable Failure failure) throws IOException {
        var position = EntryPosition.ofRow(type.key(), place.line(), place.column());
        tally.addEntry(position);
        var entry = parser.parse(type, raw.buffer(), raw.offset(), raw.length(), EntryNotes.IGNORED);
        tally.addUrls(entry.objects().size(), position);
        sink.accept(position, raw, failure == null ? entry : failed(entry, failure));
    }

    private static ManifestEntry failed(ManifestEntry entry, Failure failure) {
        return new ManifestEntry(
                entry.kind(),
                entry.objects(),
                entry.title(),
                entry.clientMetadata(),
                entry.missingMediaMetadata(),
                failure);
    }
}
