package io.accession.core.map;

import io.accession.core.registry.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where maps are kept. Points come in sets that are numbered within a version; what a later set says of a point counts. Whatever is written under a claim is
 * written while it holds, or not at all.
 */
public interface MapStore {

    Optional<EmbeddingMap> find(String key);

    List<EmbeddingMap> list();

    /** Has the next version computed. One that is being computed goes on. */
    EmbeddingMap compute(Principal asking, String key);

    /** For one process at a time; false while another one has it. Claiming again renews. */
    boolean claim(MapClaim claim, Duration lease);

    void release(MapClaim claim);

    /** Tells how far the next version is, in thousandths. */
    void report(MapClaim claim, int progress);

    /** The sets of a version that are numbered above {@code after}, the first {@code most} of them in their order. */
    List<PointSet> read(String key, int version, int after, int most);

    /** Adds sets, all of them or none. False when the claim was lost. */
    boolean append(MapClaim claim, int version, List<PointSet.Content> sets);

    /**
     * Puts sets in the place of all that were not fitted, under new numbers. False when the claim was lost.
     *
     * @param upTo the last number that is replaced
     */
    boolean replacePlaced(MapClaim claim, int version, int upTo, List<PointSet.Content> sets);

    /** The next version is complete: it takes the place of what was there, whose sets are removed. False when the claim was lost. */
    boolean publish(MapClaim claim, MapBounds bounds);

    /** The next version comes to nothing; its sets are removed. */
    void fail(MapClaim claim, String fault);
}
