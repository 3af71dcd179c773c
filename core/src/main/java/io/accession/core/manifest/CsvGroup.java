package io.accession.core.manifest;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.manifest.JsonFault.Place;
import org.jspecify.annotations.Nullable;

/** An image group, an image sequence or a DICOM series while its rows come in. */
final class CsvGroup {

    /** What is kept of rows that contradict each other: neither true nor false, so that it stays a fault. */
    private static final String CONTRADICTION = "true and false";

    private final EntryType type;
    private final Place place;
    private final CsvEntryText text = new CsvEntryText();
    private final EntryFaults faults = new EntryFaults();
    private @Nullable String createVideo;
    private int objects;

    CsvGroup(EntryType type, Place place) {
        this.type = type;
        this.place = place;
    }

    EntryType type() {
        return type;
    }

    /** Of the first row. */
    Place place() {
        return place;
    }

    CsvGroup titled(String title) {
        text.add("title", title);
        return this;
    }

    void add(CsvRow row) {
        if (type == EntryType.IMAGE_GROUPS) {
            setCreateVideo(row);
        }
        row.faults(sentence -> "Line " + Wording.count(row.place().line()) + ": " + sentence)
                .forEach(fault -> faults.add(fault.code(), fault.message()));
        text.add(EntryObjects.NUMBERED_PREFIX + objects++, row.url());
    }

    private void setCreateVideo(CsvRow row) {
        String said = row.saysTrue() ? "true" : row.saysFalse() ? "false" : row.createVideo();
        if (createVideo == null) {
            createVideo = said;
        } else if (!createVideo.equals(said) && !createVideo.equals(CONTRADICTION)) {
            faults.add(
                    FailureCode.ENTRY_INVALID,
                    "Line " + Wording.count(row.place().line()) + ": '" + CsvTitles.CREATE_VIDEO
                            + "' says something else than the first row of this title, in line "
                            + Wording.count(place.line())
                            + ". All rows of one title are a sequence (true or nothing) or a group (false).");
            createVideo = CONTRADICTION;
        }
    }

    /** About the bytes that it holds in memory. */
    int size() {
        return text.size();
    }

    RawJson finish() {
        if (createVideo != null) {
            switch (createVideo) {
                case "true" -> text.add("createVideo", true);
                case "false" -> text.add("createVideo", false);
                default -> text.add("createVideo", createVideo);
            }
        }
        return text.finish();
    }

    @Nullable
    Failure failure() {
        return faults.failure();
    }
}
