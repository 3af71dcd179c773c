package io.accession.media;

import org.jspecify.annotations.Nullable;

/** When the fragments of a track begin and end, in units of the track. Filled while fragments are read. */
final class FragmentTimes {

    private @Nullable Long firstShown;
    private long end;
    private boolean shownBeforeDecoded;

    /** {@code end} is where the samples end that are in no fragment. */
    FragmentTimes(long end) {
        this.end = end;
    }

    /** Where the next fragment begins unless it says so itself. */
    long end() {
        return end;
    }

    /** When the first sample is shown; null when no fragment was read. */
    @Nullable
    Long firstShown() {
        return firstShown;
    }

    /** Whether a sample has a negative offset, which moves all others. */
    boolean isShifted() {
        return shownBeforeDecoded;
    }

    void endAt(long time) {
        end = time;
    }

    void offset(long decoded, long offset) {
        shownBeforeDecoded |= offset < 0;
        if (firstShown == null) {
            firstShown = decoded + offset;
        }
    }
}
