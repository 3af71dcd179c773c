package io.accession.core.thumbnail;

/** What is decoded of an object. */
public sealed interface PictureSource {

    /** The object is a picture. */
    record Still() implements PictureSource {}

    /** Of a video the key frame before a moment: nothing has to be decoded to get there. */
    record KeyFrame(double seconds) implements PictureSource {}

    /** Of a video the first frame that is not before a moment: all since the key frame before it is decoded. */
    record Frame(double seconds) implements PictureSource {}
}
