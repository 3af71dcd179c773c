package io.accession.testkit;

import io.accession.testkit.TroubledServer.Asked;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;

/** How a {@link TroubledServer} answers one request. True when it goes on to listen on the same connection. */
@FunctionalInterface
public interface Trouble {

    boolean answer(Asked request, Socket connection) throws IOException, InterruptedException;

    /** No trouble at all: serves the bytes and parts of them, and keeps the connection. */
    static Trouble none(byte[] bytes) {
        var range = Pattern.compile("bytes=(\\d+)-(\\d+)");
        return (request, connection) -> {
            var matcher = range.matcher(request.header("range"));
            String common = "ETag: \"" + Arrays.hashCode(bytes) + "\"\r\nContent-Type: application/octet-stream\r\n";
            if (request.method().equals("HEAD")) {
                TroubledServer.send(
                        connection.getOutputStream(),
                        "HTTP/1.1 200 OK\r\n" + common + "Content-Length: " + bytes.length,
                        new byte[0]);
                return true;
            }
            if (!matcher.matches()) {
                sendAll(connection, "200 OK", common, bytes);
                return true;
            }
            long first = Long.parseLong(matcher.group(1));
            if (first >= bytes.length) {
                sendAll(
                        connection,
                        "416 Range Not Satisfiable",
                        common + "Content-Range: bytes */" + bytes.length + "\r\n",
                        new byte[0]);
                return true;
            }
            int last = (int) Math.min(Long.parseLong(matcher.group(2)), bytes.length - 1L);
            String contentRange = "Content-Range: bytes " + first + "-" + last + "/" + bytes.length + "\r\n";
            sendAll(
                    connection,
                    "206 Partial Content",
                    common + contentRange,
                    Arrays.copyOfRange(bytes, (int) first, last + 1));
            return true;
        };
    }

    /** Sends everything whatever part was asked for. */
    static Trouble ignoresRange(byte[] bytes) {
        return (_, connection) -> closing(() -> sendAll(connection, "200 OK", "", bytes));
    }

    /** {@code headers} are whole lines, each with its line break. */
    static Trouble status(int status, String headers, String body) {
        return (_, connection) ->
                closing(() -> sendAll(connection, status + " Trouble", headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    static Trouble status(int status, String body) {
        return status(status, "", body);
    }

    static Trouble redirect(String location) {
        return status(302, "Location: " + location + "\r\n", "");
    }

    /** The head and body exactly as written, then the connection is closed. */
    static Trouble raw(String answer) {
        return (_, connection) -> closing(() -> {
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
        });
    }

    /** Promises a part of {@code promised} bytes from 0 on, sends the given ones, and hangs up. */
    static Trouble truncated(byte[] bytes, int promised) {
        return (_, connection) -> closing(() -> TroubledServer.send(
                connection.getOutputStream(),
                "HTTP/1.1 206 Partial Content\r\nContent-Length: " + promised + "\r\nContent-Range: bytes 0-"
                        + (promised - 1) + "/" + promised,
                bytes));
    }

    /** Never stops sending, whatever was asked for. */
    static Trouble endless() {
        return (_, connection) -> {
            TroubledServer.send(connection.getOutputStream(), "HTTP/1.1 200 OK", new byte[0]);
            var block = new byte[8 << 10];
            while (true) {
                connection.getOutputStream().write(block);
            }
        };
    }

    /** Sends one byte after each pause, for ever. */
    static Trouble drips(Duration pause) {
        return (_, connection) -> {
            TroubledServer.send(
                    connection.getOutputStream(),
                    "HTTP/1.1 206 Partial Content\r\nContent-Length: 1000000\r\nContent-Range: bytes 0-999999/1000000",
                    new byte[0]);
            while (true) {
                connection.getOutputStream().write(0);
                connection.getOutputStream().flush();
                Thread.sleep(pause);
            }
        };
    }

    /** Takes the request and says nothing. */
    static Trouble silent() {
        return (_, connection) -> {
            int ignored = connection.getInputStream().read(); // until the client goes
            return ignored >= 0;
        };
    }

    /** Breaks the connection off without an answer. */
    static Trouble reset() {
        return (_, connection) -> {
            connection.setSoLinger(true, 0);
            connection.close();
            return false;
        };
    }

    private static void sendAll(Socket connection, String status, String headers, byte[] body) throws IOException {
        TroubledServer.send(
                connection.getOutputStream(),
                "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length,
                body);
    }

    private static boolean closing(Sending sending) throws IOException {
        sending.send();
        return false;
    }

    /** What is sent before a connection is closed. */
    @FunctionalInterface
    interface Sending {
        void send() throws IOException;
    }
}
