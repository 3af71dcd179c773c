package io.accession.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A registration manifest to be sent: its name, and its bytes, which are read once. An empty name is none. */
public final class Manifest {

    private final String name;
    private final Source source;
    private final LongConsumer sent;

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private Manifest(String name, Source source, LongConsumer sent) {
        this.name = name;
        this.source = source;
        this.sent = sent;
    }

    public static Manifest of(Path file) {
        var name = file.getFileName();
        return new Manifest(name == null ? "" : name.toString(), () -> Files.newInputStream(file), _ -> {});
    }

    /** The stream is closed after it was read. */
    public static Manifest of(String name, InputStream stream) {
        return new Manifest(name, () -> stream, _ -> {});
    }

    /** Tells, while it is sent, how many bytes have gone out. Called from another thread. */
    public Manifest telling(LongConsumer bytesSent) {
        return new Manifest(name, source, bytesSent);
    }

    public String name() {
        return name;
    }

    InputStream open() throws IOException {
        return source.open();
    }

    void sent(long bytes) {
        sent.accept(bytes);
    }
}
