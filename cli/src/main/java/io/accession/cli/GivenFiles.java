package io.accession.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that were named on the command line. */
public final class GivenFiles {

    private GivenFiles() {}

    /** Complains in words that fit a command line about a file that cannot be read. */
    public static Path readable(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException("There is no file '" + file + "'.");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("'" + file + "' is a directory, not a file.");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException("The file '" + file + "' may not be read.");
        }
        return file;
    }

    /** A short text, such as a secret, without the space around it. */
    static String text(Path file) {
        try {
            return Files.readString(readable(file)).strip();
        } catch (CharacterCodingException e) {
            throw new UsageException("The file '" + file + "' is not text.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a stream to a file, which is replaced once all of it is there; {@code -} is standard output. */
    static void write(InputStream content, String file, Surroundings surroundings) {
        try (content) {
            if (file.equals("-")) {
                content.transferTo(surroundings.out());
                return;
            }
            var target = Path.of(file).toAbsolutePath();
            if (!Files.isRegularFile(target) && Files.exists(target)) {
                // A pipe or a device: written to as it is.
                try (var out = Files.newOutputStream(target)) {
                    content.transferTo(out);
                }
                return;
            }
            var part = target.resolveSibling(target.getFileName() + ".part");
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
