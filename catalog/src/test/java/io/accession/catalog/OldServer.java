package io.accession.catalog;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Speaks just enough of PostgreSQL's protocol to let anybody in and to tell a version. */
final class OldServer implements AutoCloseable {

    private static final int ENCRYPTION_REQUESTS = 80877103; // and 80877104: answered with "no"

    private final ServerSocket socket = new ServerSocket();
    private final String version;

    OldServer(String version) throws IOException {
        this.version = version;
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::serve);
    }

    DatabaseAddress address() {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/accession", "a", "b");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                serve(client);
            } catch (IOException ended) {
                // The client is gone, or we are closed.
            }
        }
    }

    private void serve(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var out = new DataOutputStream(client.getOutputStream());
        var length = in.readInt();
        for (var code = in.readInt(); code >= ENCRYPTION_REQUESTS; code = in.readInt()) {
            out.writeByte('N');
            length = in.readInt();
        }
        in.skipNBytes(length - 8);
        greet(out);
        while (true) {
            var kind = in.readByte();
            in.skipNBytes(in.readInt() - 4);
            if (kind == 'Q') { // the driver's settings for its session
                send(out, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
                send(out, 'Z', new byte[] {'I'});
            }
        }
    }

    private void greet(DataOutputStream out) throws IOException {
        send(out, 'R', new byte[4]);
        var settings = List.of(
                "server_version\0" + version + "\0",
                "client_encoding\0UTF8\0",
                "DateStyle\0ISO, MDY\0",
                "TimeZone\0UTC\0",
                "integer_datetimes\0on\0",
                "standard_conforming_strings\0on\0");
        for (var setting : settings) {
            send(out, 'S', setting.getBytes(StandardCharsets.US_ASCII));
        }
        send(out, 'Z', new byte[] {'I'});
    }

    private static void send(DataOutputStream out, char kind, byte[] body) throws IOException {
        out.writeByte(kind);
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
    }
}
