package io.accession.testkit.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every request with the script of its method and path, and remembers what was asked. One request per connection. */
public final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Thread acceptor;
    private final Map<String, List<Script>> scripts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** What to do with one request. Returning ends the connection. */
    @FunctionalInterface
    public interface Script {
        void answer(Call call) throws IOException;
    }

    public ScriptedServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().start(this::acceptAll);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** {@code route} is such as {@code GET /api/v1/version}. Scripts of one route are played in order; the last one stays. */
    public ScriptedServer on(String route, Script script) {
        scripts.computeIfAbsent(route, _ -> new CopyOnWriteArrayList<>()).add(script);
        return this;
    }

    public ScriptedServer on(String route, int status, String json) {
        return on(route, call -> call.answer(status, "application/json", json));
    }

    public ScriptedServer refuses(String route, int status, String problem) {
        return on(route, call -> call.answer(status, "application/problem+json", problem));
    }

    /** What was asked so far, in the order in which it came. */
    public List<Call> calls() {
        return new ArrayList<>(calls);
    }

    /** The calls of one route, such as {@code POST /api/v1/folders}. */
    public List<Call> calls(String route) {
        return calls.stream().filter(call -> call.route().equals(route)).toList();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var call = Call.read(new BufferedInputStream(connection.getInputStream()), connection.getOutputStream());
            calls.add(call);
            script(call.route()).answer(call);
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The other side went away, which is its right.
        }
    }

    private Script script(String route) {
        var known = scripts.get(route);
        if (known == null) {
            return call -> call.answer(599, "text/plain", "no script for " + route);
        }
        return known.size() > 1 ? known.removeFirst() : known.getFirst();
    }

    /** Once this returns, nothing accepts connections any more. */
    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
