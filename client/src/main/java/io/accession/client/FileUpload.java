package io.accession.client;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Files of one's own disk to be put into storage of the server's and registered, 10,000 at most. The end of a file's name says what it is, and the name
 * is its title.
 *
 * @param ignoreErrors whether good files are registered although others fail; otherwise all are or none is
 * @param dataset whose rows they become, besides lying in the folder
 * @param sent told, while files go out, how many bytes of all of them have; called from other threads, one at a time
 */
public record FileUpload(
        List<Path> files, boolean ignoreErrors, @Nullable UUID dataset, LongConsumer sent) {

    public FileUpload {
        files = List.copyOf(files);
    }

    public static FileUpload of(List<Path> files) {
        return new FileUpload(files, false, null, _ -> {});
    }

    public FileUpload ignoringErrors() {
        return new FileUpload(files, true, dataset, sent);
    }

    public FileUpload forDataset(UUID dataset) {
        return new FileUpload(files, ignoreErrors, dataset, sent);
    }

    public FileUpload telling(LongConsumer bytesSent) {
        return new FileUpload(files, ignoreErrors, dataset, bytesSent);
    }

    static String name(Path file) {
        var name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
