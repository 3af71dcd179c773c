package io.accession.core.render;

/**
 * Makes one video of many pictures: H.264 in MP4, one frame per picture at 25 frames per second, each scaled to the size that the first
 * has as displayed. Memory does not grow with the number of pictures. Never throws on bad media. Safe for use by many threads.
 */
public interface SequenceRenderer {

    RenderResult render(Frames frames) throws InterruptedException;
}
