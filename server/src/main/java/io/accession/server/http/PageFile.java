package io.accession.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of the web UI as it is sent.
 *
 * @param encoding the content coding that {@code bytes} are in, if they are in one
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record PageFile(String mediaType, @Nullable String encoding, byte[] bytes) {

    /** Where module {@code web} puts them into its jar. */
    private static final String ROOT = "/io/accession/web/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.(?<extension>[a-z0-9]+)");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "wasm", "application/wasm");

    /** The best first, with the endings of the files that are in them. */
    private static final List<Map.Entry<String, String>> ENCODINGS =
            List.of(Map.entry("br", ".br"), Map.entry("gzip", ".gz"));

    /**
     * The file of a name in a folder of the UI, compressed in one of the codings that the browser accepts if it lies there so. Empty where
     * there is none, or none of a type that pages need.
     */
    static Optional<PageFile> find(String folder, String name, Set<String> accepted) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var mediaType = MEDIA_TYPES.get(matcher.group("extension"));
        if (mediaType == null) {
            return Optional.empty();
        }
        return ENCODINGS.stream()
                .filter(encoding -> accepted.contains(encoding.getKey()))
                .flatMap(encoding -> read(folder + name + encoding.getValue())
                        .map(bytes -> new PageFile(mediaType, encoding.getKey(), bytes))
                        .stream())
                .findFirst()
                .or(() -> read(folder + name).map(bytes -> new PageFile(mediaType, null, bytes)));
    }

    private static Optional<byte[]> read(String path) {
        try (var in = PageFile.class.getResourceAsStream(ROOT + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
