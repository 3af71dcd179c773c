package io.accession.core.drift;

/**
 * What came of comparing, in items.
 *
 * @param compared with a listing
 * @param notCompared have no object of their own, or one that cannot be listed: behind a URL, of a given version, through an integration that
 *     never reads or is gone
 * @param listings pages that were listed
 * @param sampled whose supplied media metadata was compared with a probe
 */
public record DriftReport(
        long items,
        long compared,
        long notCompared,
        long unchanged,
        long changed,
        long replaced,
        long missing,
        long listings,
        long sampled,
        long mismatched,
        long unreadable) {

    public boolean hasDrift() {
        return changed + replaced + missing + mismatched + unreadable > 0;
    }
}
