package io.accession.core.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of vectors that came in bulk.
 *
 * @param told of the refused rows the first {@value #MOST_TOLD}, by row
 */
public record ImportReport(long rows, long stored, long refused, List<RefusedRow> told) {

    public static final int MOST_TOLD = 1_000;

    /** {@code row} counts from 1; {@code item} is as it was written, {@code reason} a sentence. */
    public record RefusedRow(long row, String item, String reason) {}

    public ImportReport {
        told = List.copyOf(told);
    }

    /** Counts while rows come in. For one thread. */
    static final class Tally {

        private final List<RefusedRow> told = new ArrayList<>();
        private long stored;
        private long refused;

        void taken() {
            stored++;
        }

        void refused(RefusedRow row) {
            refused++;
            if (told.size() < MOST_TOLD) {
                told.add(row);
            }
        }

        /** What had been taken. */
        void notStored(RefusedRow row) {
            stored--;
            refused(row);
        }

        ImportReport end() {
            told.sort(Comparator.comparingLong(RefusedRow::row));
            return new ImportReport(stored + refused, stored, refused, told);
        }
    }
}
