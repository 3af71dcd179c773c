package io.accession.core.draft;

import io.accession.core.dicom.SeriesPlace;
import io.accession.core.draft.DicomHeaders.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings DICOM files into their series, many looked at at once. A series is titled with its description where it has one. */
final class SeriesSorting {

    private static final int LOOKED_AT_ONCE = 256;

    private final DicomHeaders headers;
    private final GroupSorting groups;
    private final LeftOutObjects leftOut;
    private final boolean csv;
    private final List<ListedObject> waiting = new ArrayList<>();

    SeriesSorting(DicomHeaders headers, GroupSorting groups, LeftOutObjects leftOut, boolean csv) {
        this.headers = headers;
        this.groups = groups;
        this.leftOut = leftOut;
        this.csv = csv;
    }

    void add(ListedObject object) throws IOException {
        waiting.add(object);
        if (waiting.size() == LOOKED_AT_ONCE) {
            look();
        }
    }

    /** To be called once more when all have come. */
    void look() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        var found = headers.find(waiting).iterator();
        for (var object : waiting) {
            switch (found.next()) {
                case Header.Placed(SeriesPlace place) -> groups.add(member(place, object));
                case Header.WithoutSeries _ -> leftOut.add(LeftOutObjects.WITHOUT_SERIES, object.key());
                case Header.NoDicom _ -> leftOut.add(LeftOutObjects.NO_DICOM, object.key());
                case Header.Unreadable _ -> leftOut.add(LeftOutObjects.UNREADABLE_HEADER, object.key());
            }
        }
        waiting.clear();
    }

    private GroupSorting.Member member(SeriesPlace place, ListedObject object) {
        return new GroupSorting.Member(
                place.seriesUid(), title(place), new GroupSorting.Rank(place.instance(), place.position()), object);
    }

    /** In CSV, rows of one title are one series, and descriptions occur in many of them. */
    private String title(SeriesPlace place) {
        String description = place.description();
        if (description == null) {
            return place.seriesUid();
        }
        return csv ? description + " (" + place.seriesUid() + ")" : description;
    }
}
