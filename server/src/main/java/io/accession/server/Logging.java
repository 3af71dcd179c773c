package io.accession.server;

import io.accession.server.configuration.LogLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log: a line per event on standard error. Libraries speak up from warnings on. */
final class Logging {

    private static final List<String> CHATTER =
            List.of("io.helidon", "com.zaxxer", "org.flywaydb", "software.amazon", "com.github.kagkarlsson");

    /** Reports every flaw of every hostile file, with stack traces. What came of a file is told to whoever registered it. */
    private static final List<String> SILENT = List.of("org.apache.pdfbox");

    /** Loggers, and the levels that were set on them, are forgotten unless somebody holds them. */
    private static final List<Logger> HELD = new CopyOnWriteArrayList<>();

    private Logging() {}

    static void configure(LogLevel level, boolean accessLog) {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        var handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFormatter(new Line());
        root.addHandler(handler);
        root.setLevel(jdkLevel(level));
        var access = Logger.getLogger("io.accession.access");
        access.setLevel(accessLog ? Level.FINE : Level.OFF);
        var chatter = CHATTER.stream().map(Logger::getLogger).toList();
        chatter.forEach(logger -> logger.setLevel(Level.WARNING));
        HELD.addAll(chatter);
        var silent = SILENT.stream().map(Logger::getLogger).toList();
        silent.forEach(logger -> logger.setLevel(Level.OFF));
        HELD.addAll(silent);
        HELD.add(access);
    }

    private static Level jdkLevel(LogLevel level) {
        return switch (level) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
        };
    }

    private static final class Line extends Formatter {

        @Override
        public String format(LogRecord event) {
            var text = new StringBuilder()
                    .append(event.getInstant().truncatedTo(ChronoUnit.MILLIS))
                    .append(' ')
                    .append(name(event.getLevel()))
                    .append(' ')
                    .append(shortName(event.getLoggerName()))
                    .append(": ")
                    .append(formatMessage(event).replace("\n", " | "))
                    .append('\n');
            if (event.getThrown() != null) {
                var trace = new StringWriter();
                event.getThrown().printStackTrace(new PrintWriter(trace, true));
                text.append(trace);
            }
            return text.toString();
        }

        private static String name(Level level) {
            return level.intValue() >= Level.SEVERE.intValue()
                    ? "ERROR"
                    : level.intValue() >= Level.WARNING.intValue()
                            ? "WARN"
                            : level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
        }

        private static String shortName(@Nullable String logger) {
            return logger == null ? "-" : logger.substring(logger.lastIndexOf('.') + 1);
        }
    }
}
