package io.accession.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Speaks HTTP byte by byte, as no well-bred client would. */
final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout(30_000);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1), 1);
    }

    RawClient send(byte[] bytes, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
        out.flush();
        return this;
    }

    /** Reads one answer with a Content-Length: its status line, headers and body. */
    String answer() throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return answer.toString();
            }
            answer.append((char) next);
        }
        return answer + new String(in.readNBytes(length(answer.toString())), StandardCharsets.UTF_8);
    }

    private static int length(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Whether the server has ended the connection in order. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
