package io.accession.server.http;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Refuses large chunks: the HTTP library holds a whole chunk in memory, and its size is the sender's choice. */
final class BoundedReader extends DataReader {

    static final int CHUNK_BYTES = 16 << 20;

    /** Goes on where {@code started}, which has looked at the first bytes, has stopped. */
    BoundedReader(DataReader started, HelidonSocket socket) {
        super(() -> started.available() > 0 ? started.readBytes(started.available()) : received(socket));
    }

    @Override
    public BufferData readBuffer(int length) {
        if (length > CHUNK_BYTES) {
            throw new RegistryException(new RegistryError.TooLarge(
                    "One chunk of a chunked body may have at most " + CHUNK_BYTES + " bytes."));
        }
        return super.readBuffer(length);
    }

    @SuppressWarnings("NullAway") // null is the end of the data; the library carries no null annotations
    private static byte[] received(HelidonSocket socket) {
        try {
            byte @Nullable [] bytes = socket.get();
            return bytes;
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("The connection broke while it was read.", e);
        }
    }
}
