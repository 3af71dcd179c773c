package io.accession.cli;

import io.accession.api.numpy.MatrixReader;
import io.accession.api.numpy.NpyFormatException;
import io.accession.client.VectorOwner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file of ids: an array of NumPy, or lines of text with an id, or with an id and the number of a frame. */
final class VectorOwners {

    private static final Pattern LINE = Pattern.compile("\\s*([^\\s,;]+)(?:[\\s,;]+(-?\\d{1,18}))?\\s*");

    private VectorOwners() {}

    static List<VectorOwner> read(Path file) {
        try {
            return file.toString().endsWith(".npy") ? array(file) : lines(file);
        } catch (NpyFormatException e) {
            throw new UsageException("'" + file + "': " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new UsageException("The file '" + file + "' is neither text nor an array of NumPy.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<VectorOwner> array(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(GivenFiles.readable(file)))) {
            return MatrixReader.texts(in).stream()
                    .map(id -> new VectorOwner(id, -1))
                    .toList();
        }
    }

    private static List<VectorOwner> lines(Path file) throws IOException {
        var owners = new ArrayList<VectorOwner>();
        try (var lines = Files.newBufferedReader(GivenFiles.readable(file))) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new UsageException("Line " + number + " of '" + file
                            + "' has to hold an id, or an id and the number of a frame, like '0190a1b2-…,740'.");
                }
                owners.add(
                        new VectorOwner(parts.group(1), parts.group(2) == null ? -1 : Long.parseLong(parts.group(2))));
            }
        }
        return owners;
    }

    /** As {@link #read} takes it. */
    static String line(VectorOwner owner) {
        return owner.frame() < 0 ? owner.item() : owner.item() + "," + owner.frame();
    }
}
