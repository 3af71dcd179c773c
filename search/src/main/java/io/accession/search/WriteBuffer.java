package io.accession.search;

/**
 * How many megabytes of documents are gathered in memory before they are written. An index that is being built takes more, since that leaves fewer
 * pieces to merge.
 */
final class WriteBuffer {

    static final double FOLLOWING = 64;

    private static final double MOST = 256;
    private static final int SHARE_OF_MEMORY = 8;

    private WriteBuffer() {}

    static double building() {
        double share = (double) (Runtime.getRuntime().maxMemory() >> 20) / SHARE_OF_MEMORY;
        return Math.clamp(share, FOLLOWING, MOST);
    }
}
