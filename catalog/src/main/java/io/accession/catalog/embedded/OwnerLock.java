package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * At most one process owns a data directory. The operating system lets go of the lock when the process ends in any way, so a
 * lock file that is merely there means nothing. It holds the owner's process id, for messages.
 */
final class OwnerLock implements AutoCloseable {

    private final FileChannel channel;

    private OwnerLock(FileChannel channel) {
        this.channel = channel;
    }

    static OwnerLock take(Path dataDirectory) {
        var file = dataDirectory.resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new DatabaseUnavailableException("Accession already runs on " + dataDirectory + " (process "
                        + Files.readString(file).strip()
                        + "). Stop that one first, choose another data directory, or start"
                        + " 'accession worker' to add a worker to it.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new OwnerLock(channel);
        } catch (IOException failed) {
            throw new DatabaseUnavailableException(
                    "The data directory " + dataDirectory + " cannot be used: " + Directories.reason(failed), failed);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return false;
        }
    }
}
