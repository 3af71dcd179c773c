package io.accession.core.manifest;

import io.accession.core.domain.RegistryException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the columns below one header row are. Columns count from 0; a column that is not there is -1.
 *
 * @param createVideoIsNamed whether the header itself has the heading; otherwise an earlier one has it over the same column, as in public
 *     samples of the format
 */
record CsvHeader(EntryType type, int columns, int url, int title, int createVideo, boolean createVideoIsNamed) {

    private static final int NONE = -1;

    /** Any row with a heading is meant as a header. */
    static boolean isHeader(List<CsvCell> row) {
        return row.stream()
                .anyMatch(cell -> cell.says(CsvTitles.URL)
                        || cell.says(CsvTitles.CREATE_VIDEO)
                        || CsvTitles.find(cell).isPresent());
    }

    /** @throws RegistryException when the header is incomplete or contradicts itself */
    static CsvHeader of(List<CsvCell> row, @Nullable CsvHeader before) {
        return new Reading().read(row, before);
    }

    /** The cell in a column; empty where the row ends before. */
    static Optional<CsvCell> cell(List<CsvCell> row, int column) {
        return column >= 0 && column < row.size() ? Optional.of(row.get(column)) : Optional.empty();
    }

    /** Whether anything in the header says what a column is. */
    boolean knows(int column) {
        return column == url || column == title || column == createVideo;
    }

    private static final class Reading {

        private int columns;
        private int url = NONE;
        private int title = NONE;
        private int createVideo = NONE;
        private EntryType type = EntryType.VIDEOS;

        CsvHeader read(List<CsvCell> row, @Nullable CsvHeader before) {
            for (int column = 0; column < row.size(); column++) {
                if (!row.get(column).isBlank()) {
                    read(column, row.get(column));
                    columns = column + 1;
                }
            }
            check(row);
            boolean isNamed = createVideo != NONE;
            if (!isNamed && before != null && isFree(row, before.createVideo())) {
                createVideo = before.createVideo();
            }
            return new CsvHeader(type, columns, url, title, createVideo, isNamed);
        }

        private static boolean isFree(List<CsvCell> row, int column) {
            return cell(row, column).map(CsvCell::isBlank).orElse(true);
        }

        private void read(int column, CsvCell cell) {
            var known = CsvTitles.find(cell);
            if (cell.says(CsvTitles.URL)) {
                url = once(url, column, cell);
            } else if (cell.says(CsvTitles.CREATE_VIDEO)) {
                createVideo = once(createVideo, column, cell);
            } else if (known.isPresent()) {
                title = once(title, column, cell);
                type = known.get().type();
            } else {
                throw CsvCharacters.fault(
                        cell.place(),
                        "'" + Wording.shortened(cell.text()) + "' is not a heading. Headings are " + CsvTitles.known());
            }
        }

        private int once(int before, int column, CsvCell cell) {
            if (before == NONE) {
                return column;
            }
            throw CsvCharacters.fault(
                    cell.place(),
                    column > 0 && title == before && !cell.says(CsvTitles.URL)
                            ? "a second title column, '" + cell.text()
                                    + "'. A header row has one, which says what its rows are; begin another header row"
                                    + " for another type"
                            : "the heading '" + cell.text() + "' is there twice. Keep one");
        }

        private void check(List<CsvCell> row) {
            if (url == NONE) {
                throw CsvCharacters.fault(
                        row.getFirst().place(),
                        "a header row needs a column '" + CsvTitles.URL + "'. Headings are " + CsvTitles.known());
            }
            if (title == NONE && createVideo != NONE) {
                throw CsvCharacters.fault(
                        row.get(createVideo).place(),
                        "'" + CsvTitles.CREATE_VIDEO + "' needs a title column beside it, which says what the rows are,"
                                + " such as '" + CsvTitles.IMAGE_GROUP.heading() + "'");
            }
            if (type == EntryType.IMAGE_GROUPS && createVideo == NONE) {
                throw CsvCharacters.fault(
                        row.get(title).place(),
                        "'" + CsvTitles.IMAGE_GROUP.heading() + "' needs a column '" + CsvTitles.CREATE_VIDEO
                                + "' beside it: false makes image groups, true or nothing image sequences");
            }
        }
    }
}
