package io.accession.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Server-sent events as they come, read by a thread of its own so that waiting for one can end. For one reader. */
final class EventStream implements AutoCloseable {

    /** What came, or did not come, while we waited. */
    sealed interface Signal {}

    record Event(String name, String data) implements Signal {}

    /** A comment: nothing happened, but the connection lives. */
    record SignOfLife() implements Signal {}

    record Silence() implements Signal {}

    record End() implements Signal {}

    private final InputStream body;
    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(16);
    private final Thread reader;

    private EventStream(InputStream body) {
        this.body = body;
        this.reader = Thread.ofVirtual().name("events").start(this::read);
    }

    static EventStream open(Connection connection, Route route) {
        return new EventStream(connection.open(route, "text/event-stream"));
    }

    /** After an {@link End} nothing more comes. */
    Signal next(Duration allowed) {
        try {
            var signal = signals.poll(allowed.toMillis(), TimeUnit.MILLISECONDS);
            return signal == null ? new Silence() : signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new End();
        }
    }

    private void read() {
        try {
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                readEvents(lines);
            } catch (IOException e) {
                // A stream that breaks has ended; the watch decides what to do about it.
            }
            signals.put(new End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readEvents(BufferedReader lines) throws IOException, InterruptedException {
        var name = "message";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                signals.put(new Event(name, data.toString()));
                name = "message";
                data.setLength(0);
            } else if (line.startsWith(":")) {
                signals.put(new SignOfLife());
            } else if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n")
                        .append(line.substring("data:".length()).stripLeading());
            }
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            body.close();
        } catch (IOException e) {
            // It is not read any more.
        }
    }
}
