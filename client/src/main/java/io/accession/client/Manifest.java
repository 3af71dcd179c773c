package io.accession.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * A registration manifest to be sent: its name, and its bytes, which are read once. An empty name is none. Whether it is JSON, NDJSON or CSV,
 * and whether it is compressed with gzip or zstd, is seen from its first bytes and its name.
 */
public final class Manifest {

    private final String name;
    private final Source source;
    private final LongConsumer sent;
    private final Map<String, String> parameters;

    @FunctionalInterface
    private interface Source {
        Body open() throws IOException;
    }

    private Manifest(String name, Source source, LongConsumer sent, Map<String, String> parameters) {
        this.name = name;
        this.source = source;
        this.sent = sent;
        this.parameters = parameters;
    }

    /** A file, whose name tells people later which one it was. It is opened when it is sent. */
    public static Manifest of(Path file) {
        var fileName = file.getFileName();
        var name = fileName == null ? "" : fileName.toString();
        return new Manifest(name, () -> ManifestLook.at(name, Files.newInputStream(file)), _ -> {}, Map.of());
    }

    /** Bytes from elsewhere, with a name for people; sent once. The stream is closed after it was read. */
    public static Manifest of(String name, InputStream stream) {
        return new Manifest(name, () -> ManifestLook.at(name, stream), _ -> {}, Map.of());
    }

    /** A JSON document that is no manifest, to be sent the same way. */
    static Manifest document(byte[] json) {
        return new Manifest("", () -> Body.json(new ByteArrayInputStream(json)), _ -> {}, Map.of());
    }

    /** Bytes that are no manifest, to be sent the same way. */
    static Manifest stream(String mediaType, InputStream bytes) {
        return new Manifest("", () -> new Body(bytes, mediaType, ""), _ -> {}, Map.of());
    }

    /** What a file holds, whatever that is, to be sent the same way. */
    static Manifest content(Path file) {
        return new Manifest(
                "", () -> new Body(Files.newInputStream(file), "application/octet-stream", ""), _ -> {}, Map.of());
    }

    /** Tells, while it is sent, how many bytes have gone out. Called from another thread. */
    public Manifest telling(LongConsumer bytesSent) {
        return new Manifest(name, source, bytesSent, parameters);
    }

    /** Registers what is known already not again, unless the manifest itself says otherwise. */
    public Manifest skippingDuplicateUrls() {
        return with("skipDuplicateUrls", "true");
    }

    /** Brings the metadata of what is known already up to date, unless the manifest itself says otherwise. */
    public Manifest upsertingMetadata() {
        return with("upsertMetadata", "true");
    }

    /** Names the type of those lines of NDJSON that name none. */
    public Manifest ofType(String type) {
        return with("type", type);
    }

    /** Makes what is registered or found rows of a dataset, besides lying in the folder. */
    public Manifest forDataset(UUID dataset) {
        return with("dataset", dataset.toString());
    }

    private Manifest with(String parameter, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Manifest(name, source, sent, more);
    }

    /** What the job will be called; empty for nothing. */
    public String name() {
        return name;
    }

    Route addTo(Route route) {
        var complete = route;
        for (var parameter : parameters.entrySet()) {
            complete = complete.with(parameter.getKey(), parameter.getValue());
        }
        return complete;
    }

    /** Its bytes as they are sent, and how they are written and compressed. To be called once, and closed. */
    public Body open() throws IOException {
        return source.open();
    }

    void sent(long bytes) {
        sent.accept(bytes);
    }
}
