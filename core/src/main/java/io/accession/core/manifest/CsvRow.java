package io.accession.core.manifest;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.manifest.JsonFault.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One row below its header. Cells that are not there are blank. */
record CsvRow(CsvHeader header, List<CsvCell> cells, int urlBytes) {

    private static final CsvCell BLANK = new CsvCell("", new Place(0, 1, 1), false);

    EntryType type() {
        return header.type();
    }

    Place place() {
        return cells.getFirst().place();
    }

    private CsvCell cell(int column) {
        return CsvHeader.cell(cells, column).orElse(BLANK);
    }

    String url() {
        return cell(header.url()).text();
    }

    /** As given; empty where there is none. */
    String title() {
        return cell(header.title()).text();
    }

    String createVideo() {
        return cell(header.createVideo()).text();
    }

    /** Blank is true (registration-facts section 5). */
    boolean saysTrue() {
        return createVideo().isEmpty() || createVideo().equalsIgnoreCase("true");
    }

    boolean saysFalse() {
        return createVideo().equalsIgnoreCase("false");
    }

    /** What such a row is called when its title is blank: the last segment of the object's path (registration-facts section 18.7). */
    @Nullable
    String fileName() {
        return EntryTitles.fileNameOf(url());
    }

    /** What the row says of a video to be made although it is no image sequence; null for nothing. */
    @Nullable
    String wrongCreateVideo() {
        boolean mayBeBlank = !header.createVideoIsNamed();
        boolean isFine = header.createVideo() < 0
                || saysFalse()
                || (mayBeBlank && createVideo().isEmpty());
        return isFine ? null : createVideo();
    }

    /** What keeps the row from being registered. */
    List<Failure> faults(UnaryOperator<String> wording) {
        var faults = new ArrayList<Failure>(0);
        findFaults(faults);
        return faults.stream()
                .map(fault -> new Failure(fault.code(), wording.apply(fault.message())))
                .toList();
    }

    private void findFaults(List<Failure> faults) {
        findFaultOfUrl(faults);
        if (cell(header.title()).isTooLong()) {
            faults.add(invalid(
                    "The title is longer than " + Wording.bytes(urlBytes) + ", the most that a cell may have."));
        } else if (type() == EntryType.IMAGE_GROUPS && title().isEmpty()) {
            faults.add(invalid("'" + CsvTitles.IMAGE_GROUP.heading()
                    + "' is blank. It says which image group or sequence the row belongs to; give it one."));
        }
        if (type() == EntryType.IMAGE_GROUPS) {
            if (!saysTrue() && !saysFalse()) {
                faults.add(invalid(createVideoMust("be true, false or blank, which is true")));
            }
        } else if (wrongCreateVideo() != null) {
            faults.add(invalid(createVideoMust("be false where the rows are not image sequences")));
        }
    }

    private String createVideoMust(String rule) {
        return "'" + CsvTitles.CREATE_VIDEO + "' must " + rule + "; it is "
                + (createVideo().isEmpty() ? "blank." : "'" + Wording.shortened(createVideo()) + "'.");
    }

    private void findFaultOfUrl(List<Failure> faults) {
        if (cell(header.url()).isTooLong()) {
            faults.add(new Failure(
                    FailureCode.URL_TOO_LONG,
                    CsvTitles.URL + " is longer than " + Wording.bytes(urlBytes) + ", the most that a URL may have."));
        } else if (url().isEmpty()) {
            faults.add(new Failure(FailureCode.URL_MISSING, CsvTitles.URL + " is blank."));
        } else if (url().codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            faults.add(new Failure(
                    FailureCode.URL_INVALID,
                    CsvTitles.URL
                            + " has whitespace in it. Write %20 for a space in an https URL; an object whose s3:// or"
                            + " gs:// URL has a space can be named in a JSON manifest only."));
        }
    }

    private static Failure invalid(String message) {
        return new Failure(FailureCode.ENTRY_INVALID, message);
    }
}
