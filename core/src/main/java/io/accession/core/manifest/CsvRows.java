package io.accession.core.manifest;

import io.accession.core.domain.RegistryException;
import io.accession.core.manifest.JsonFault.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a CSV manifest (RFC 4180) as spreadsheets write them: with commas, semicolons or tabs, whichever comes first in the first row,
 * and with Excel's {@code sep=} row before it. Memory is bounded: a cell has a longest length, a row a largest number of cells.
 */
final class CsvRows {

    private static final int MOST_CELLS = 1_000;
    private static final String SEPARATORS = ",;\t";

    private final CsvCharacters in;
    private final int cellCharacters;
    private final StringBuilder text = new StringBuilder();
    private int separator = CsvCharacters.END;
    private boolean separatorIsKnown;

    CsvRows(CsvCharacters in, int cellCharacters) {
        this.in = in;
        this.cellCharacters = cellCharacters;
    }

    /** The cells of the next row that has any text; none at the end. */
    List<CsvCell> next() throws IOException {
        while (in.peek() != CsvCharacters.END) {
            var row = row();
            if (!isSeparatorRow(row) && !row.stream().allMatch(CsvCell::isBlank)) {
                separatorIsKnown = true;
                return row;
            }
        }
        return List.of();
    }

    private boolean isSeparatorRow(List<CsvCell> row) {
        return !separatorIsKnown
                && row.size() == 2
                && row.getFirst().says("sep=")
                && row.get(1).isBlank();
    }

    /** As a message names it. */
    String separator() {
        return switch (separator) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "comma";
        };
    }

    /** Whether the text has a character in it that separates cells elsewhere, but not here. */
    boolean hasOtherSeparator(String cell) {
        return cell.chars().anyMatch(character -> SEPARATORS.indexOf(character) >= 0 && !isSeparator(character));
    }

    private List<CsvCell> row() throws IOException {
        var cells = new ArrayList<CsvCell>();
        boolean more = true;
        while (more) {
            if (cells.size() == MOST_CELLS) {
                throw in.fault("the row has more than " + Wording.count(MOST_CELLS) + " cells");
            }
            cells.add(cell());
            more = isSeparator(in.peek());
            if (more) {
                separator = in.take();
            }
        }
        if (in.peek() == '\r') {
            in.take();
        }
        if (in.peek() == '\n') {
            in.take();
        }
        return cells;
    }

    private boolean isSeparator(int character) {
        if (separator != CsvCharacters.END || separatorIsKnown) {
            return character == (separator == CsvCharacters.END ? ',' : separator);
        }
        return SEPARATORS.indexOf(character) >= 0;
    }

    private boolean endsCell(int character) {
        return character == CsvCharacters.END || character == '\r' || character == '\n' || isSeparator(character);
    }

    private CsvCell cell() throws IOException {
        skipSpaces();
        text.setLength(0);
        return in.peek() == '"' ? quoted() : plain();
    }

    private void skipSpaces() throws IOException {
        while (in.peek() == ' ') {
            in.take();
        }
    }

    private CsvCell plain() throws IOException {
        var place = in.place();
        boolean isTooLong = false;
        while (!endsCell(in.peek())) {
            char character = in.take();
            isTooLong |= text.length() == cellCharacters;
            if (!isTooLong) {
                text.append(character);
            }
        }
        return new CsvCell(isTooLong ? "" : text.toString().strip(), place, isTooLong);
    }

    private CsvCell quoted() throws IOException {
        var place = in.place();
        in.take();
        while (takeQuoted(place)) {
            if (text.length() > cellCharacters) {
                throw CsvCharacters.fault(
                        place,
                        "the quoted cell that begins here has more than " + Wording.count(cellCharacters)
                                + " characters. Perhaps its closing quote is missing");
            }
        }
        skipSpaces();
        if (!endsCell(in.peek())) {
            throw in.fault("a quoted cell ended before this. Put a " + separator()
                    + " between cells, and write a quote inside a quoted cell twice");
        }
        return new CsvCell(text.toString().strip(), place, false);
    }

    /** False when the closing quote has been read. */
    private boolean takeQuoted(Place start) throws IOException {
        int next = in.peek();
        if (next == CsvCharacters.END) {
            throw unclosed(start);
        }
        in.take();
        if (next == '"') {
            if (in.peek() != '"') {
                return false;
            }
            in.take();
        }
        text.append((char) next);
        return true;
    }

    private static RegistryException unclosed(Place start) {
        return CsvCharacters.fault(start, "the quote that opens here is never closed. Add the closing \"");
    }
}
