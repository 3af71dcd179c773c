package io.accession.testkit.gcs;

/** One generation of an object. */
final class GcsObject {

    private final String name;
    private final byte[] bytes;
    private final String contentType;
    private final long generation;

    GcsObject(String name, byte[] bytes, String contentType, long generation) {
        this.name = name;
        this.bytes = bytes;
        this.contentType = contentType;
        this.generation = generation;
    }

    String name() {
        return name;
    }

    /** The object's own, not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    String contentType() {
        return contentType;
    }

    long generation() {
        return generation;
    }

    /** As the JSON API shows it. */
    String json() {
        return """
            {"kind": "storage#object", "name": "%s", "size": "%d", "generation": "%d", "contentType": "%s",
             "updated": "2026-01-02T03:04:05.678Z", "etag": "CN%d"}
            """.formatted(
                name.replace("\\", "\\\\").replace("\"", "\\\""), bytes.length, generation, contentType, generation);
    }
}
