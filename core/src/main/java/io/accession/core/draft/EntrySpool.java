package io.accession.core.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The entries of one type, as they will be written. */
final class EntrySpool implements AutoCloseable {

    private final Spool spool;
    private long entries;
    private long urls;

    EntrySpool(Path directory) {
        this.spool = new Spool(directory);
    }

    void add(String entry, int urlsOfIt) throws IOException {
        byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
        spool.out().writeInt(urlsOfIt);
        spool.out().writeInt(bytes.length);
        spool.out().write(bytes);
        entries++;
        urls += urlsOfIt;
    }

    long entries() {
        return entries;
    }

    long urls() {
        return urls;
    }

    @FunctionalInterface
    interface EntryConsumer {
        void accept(byte[] entry, int urls) throws IOException;
    }

    void forEach(EntryConsumer consumer) throws IOException {
        var in = spool.in();
        for (long i = 0; i < entries; i++) {
            int urlsOfIt = in.readInt();
            consumer.accept(in.readNBytes(in.readInt()), urlsOfIt);
        }
    }

    @FunctionalInterface
    interface SizeConsumer {
        void accept(int urls);
    }

    /** How many URLs each entry names, without its text. */
    void forEachSize(SizeConsumer consumer) throws IOException {
        var in = spool.in();
        for (long i = 0; i < entries; i++) {
            consumer.accept(in.readInt());
            in.skipNBytes(in.readInt());
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
