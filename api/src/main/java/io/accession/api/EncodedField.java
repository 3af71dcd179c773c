package io.accession.api;

/**
 * An embedding that texts are understood by, so that a text can be an anchor of a search.
 *
 * @param field as searches spell it: {@code meaning}, or a key such as {@code metadata.look}
 * @param dimensions how many numbers its vectors have
 * @param encoder the name of the text encoder
 * @param kind {@code built-in}, {@code model} or {@code endpoint}
 */
public record EncodedField(String field, int dimensions, String encoder, String kind) {}
