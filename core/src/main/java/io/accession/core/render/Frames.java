package io.accession.core.render;

import io.accession.core.media.ObjectView;

/** The pictures of one sequence, in order. Safe for use by many threads. */
public interface Frames {

    /** At least one. */
    int count();

    /** A fresh view of one picture, for one thread; wide enough to read all of it, and not keeping what was read. */
    ObjectView open(int index);

    /** Whether the video is still wanted. */
    boolean areWanted();
}
