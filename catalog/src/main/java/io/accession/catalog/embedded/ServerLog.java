package io.accession.catalog.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What a server said: first into the file that its launch gave it, then into the files of its own log directory. */
record ServerLog(Path launchFile, Path directory) {

    /** The lines of one server's process, at most the last few, for a message to the operator. */
    String linesOf(long pid) throws IOException {
        var mark = "[" + pid + "]";
        var lines = new StringBuilder();
        if (Files.isDirectory(directory)) {
            try (var files = Files.list(directory)) {
                for (var file : files.sorted().toList()) {
                    append(lines, file, mark);
                }
            }
        }
        // Without a log directory of its own the server fell before it could write there, or never came to run.
        return lines.isEmpty()
                ? Files.readString(launchFile, StandardCharsets.ISO_8859_1).strip()
                : lines.toString().strip();
    }

    private static void append(StringBuilder target, Path file, String mark) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            target.append(lines.filter(line -> line.contains(mark)).limit(20).collect(Collectors.joining("\n")));
        }
    }
}
