package io.accession.media;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Answers the requests of one connection, one after the other (RFC 9112, of which a demuxer needs little). */
final class GatewayConnection {

    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int FIRST_BLOCK = 64 * 1024;
    private static final int LARGEST_BLOCK = 512 * 1024;
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final RangeGateway gateway;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    GatewayConnection(RangeGateway gateway, Socket socket) throws IOException {
        this.gateway = gateway;
        this.socket = socket;
        socket.setSoTimeout(Math.toIntExact(IDLE.toMillis()));
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void serve() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            var head = readHead();
            goesOn = !head.isEmpty() && answer(GatewayRequest.parse(head));
        }
    }

    /** Whether another request may follow. */
    private boolean answer(GatewayRequest request) throws IOException {
        if (!request.isRead()) {
            return refuse("405 Method Not Allowed", "Allow: GET, HEAD\r\n");
        }
        if (!gateway.authority().equals(request.host())) {
            return refuse("403 Forbidden", "");
        }
        var object = gateway.find(request.path());
        if (object.isEmpty()) {
            return refuse("404 Not Found", "");
        }
        object.get().readFor(socket);
        return answer(request, object.get());
    }

    private boolean answer(GatewayRequest request, ExposedObject object) throws IOException {
        long from = request.from(object.bytes());
        long to = request.to(object.bytes());
        if (request.hasRange() && from >= to) {
            return refuse("416 Range Not Satisfiable", "Content-Range: bytes */" + object.bytes() + "\r\n");
        }
        var status = request.hasRange()
                ? "206 Partial Content\r\nContent-Range: bytes %d-%d/%d".formatted(from, to - 1, object.bytes())
                : "200 OK";
        write("HTTP/1.1 " + status + "\r\nAccept-Ranges: bytes\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Length: " + (to - from) + "\r\n\r\n");
        if (!request.isHead()) {
            send(object, from, to);
        }
        return true;
    }

    /** Reads a block only when the one before has been taken, and larger ones as long as the child keeps taking them. */
    private void send(ExposedObject object, long from, long to) throws IOException {
        int size = FIRST_BLOCK;
        for (long at = from; at < to; ) {
            byte[] block = object.read(at, (int) Math.min(size, to - at));
            if (block.length == 0) {
                throw new IOException("the object is shorter than it was said to be");
            }
            out.write(block);
            at += block.length;
            size = Math.min(2 * size, LARGEST_BLOCK);
        }
    }

    private boolean refuse(String status, String header) throws IOException {
        write("HTTP/1.1 " + status + "\r\n" + header + "Content-Length: 0\r\n\r\n");
        return true;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Up to the empty line; empty when the connection has ended. */
    private String readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            lastFour = (lastFour << 8) | next;
            if (head.size() > LONGEST_HEAD) {
                throw new IOException("a request's head is longer than " + LONGEST_HEAD + " bytes");
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
