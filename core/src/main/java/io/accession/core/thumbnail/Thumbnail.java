package io.accession.core.thumbnail;

import java.nio.file.Path;

/** A small picture of an item, or why there is none. */
public sealed interface Thumbnail {

    /** A JPEG. {@code tag} changes with what it shows. */
    record Picture(Path file, String tag) implements Thumbnail {}

    /** Nothing to show: people see a symbol of the item's kind. */
    record None(String reason) implements Thumbnail {}

    /** This server may not read the object, or cannot at the moment: browsers may fetch it at its signed URL. */
    record NotReadable(String reason) implements Thumbnail {}
}
