package io.accession.server.command;

import io.accession.cli.UsageException;
import io.accession.core.draft.ManifestTarget;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where manifests are written: standard output, a file, or several, numbered, where one cannot hold everything. Files take their names when
 * all of them are whole; what is not kept by then is removed.
 */
final class ManifestFiles implements ManifestTarget, AutoCloseable {

    private record Written(Path part, Path file) {}

    private final OutputStream standard;
    private final @Nullable Path file;
    private final List<Written> written = new ArrayList<>();
    private int expected = 1;

    /** {@code out} is a file; null and {@code -} are standard output. */
    ManifestFiles(@Nullable String out, OutputStream standard) {
        this.standard = standard;
        this.file = out == null || out.equals("-") ? null : Path.of(out).toAbsolutePath();
    }

    /** To be told before the first is opened. */
    void expect(int manifests) {
        if (file == null && manifests > 1) {
            throw new UsageException("This takes " + manifests
                    + " manifests, because one may only hold so much. Name a file with --out: they are numbered then.");
        }
        expected = manifests;
    }

    @Override
    public OutputStream open(int number) throws IOException {
        if (file == null) {
            return new FilterOutputStream(standard) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    out.flush();
                }
            };
        }
        var target = expected == 1
                ? file
                : file.resolveSibling(numbered(file.getFileName().toString(), number));
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return Files.newOutputStream(target); // a pipe or a device: written to as it is
        }
        var part = target.resolveSibling(target.getFileName() + ".part");
        written.add(new Written(part, target));
        return Files.newOutputStream(part);
    }

    /** {@code fleet.json} becomes {@code fleet-01.json}, so that names sort. */
    private String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        int digits = Integer.toString(expected).length();
        return stem + "-" + String.format(Locale.ROOT, "%0" + digits + "d", number) + name.substring(stem.length());
    }

    /** Gives the files their names, which it returns. */
    List<Path> keep() throws IOException {
        var kept = new ArrayList<Path>();
        for (var each : written) {
            Files.move(each.part(), each.file(), StandardCopyOption.REPLACE_EXISTING);
            kept.add(each.file());
        }
        written.clear();
        return kept;
    }

    @Override
    public void close() throws IOException {
        for (var each : written) {
            Files.deleteIfExists(each.part());
        }
    }
}
