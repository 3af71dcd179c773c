package io.accession.cli;

import io.accession.api.EmbeddingImport;
import io.accession.api.numpy.MatrixReader;
import io.accession.api.numpy.NpyFormatException;
import io.accession.client.Embeddings;
import io.accession.client.VectorOwner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Give items, and frames of videos, their vectors from a file of NumPy, or from Parquet.")
final class EmbeddingImporting implements Callable<Integer> {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    @Mixin
    private final ClientOptions options;

    @Parameters(index = "0", paramLabel = "KEY", description = "A key that the metadata schema declares as embedding.")
    private String key = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "A .npy file: vectors by numbers, or a structured array with id, vector and perhaps frame. Or a"
                            + " Parquet file with these columns.")
    private Path file = Path.of("");

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Whose the rows are: ids line by line, with ',FRAME' for frames, or a .npy file of ids.")
    private @Nullable Path ids;

    @Option(names = "--items", paramLabel = "ID", split = ",", description = "The same, for a few rows.")
    private @Nullable List<String> items;

    EmbeddingImporting(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        if (ids != null && items != null) {
            throw new UsageException("--ids and --items say the same: give one of them.");
        }
        try (var in = new BufferedInputStream(Files.newInputStream(GivenFiles.readable(file)), 1 << 16)) {
            var report = send(options.connect().embeddings(), in);
            options.printer().print(report, () -> text(report));
            return report.refused() == 0 ? ExitCodes.DONE : ExitCodes.FAILURES;
        } catch (NpyFormatException e) {
            throw new UsageException("'" + file + "': " + e.getMessage());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NpyFormatException fault) {
                throw new UsageException("'" + file + "': " + fault.getMessage());
            }
            throw e;
        }
    }

    private EmbeddingImport send(Embeddings embeddings, InputStream in) throws IOException {
        var owners = owners();
        if (isParquet(in)) {
            if (owners != null) {
                throw new UsageException("A Parquet file brings the ids itself: leave --ids and --items out.");
            }
            return embeddings.storeParquet(key, in);
        }
        if (owners == null) {
            return embeddings.store(key, in);
        }
        var matrix = new MatrixReader(in);
        if (matrix.rows() != owners.size()) {
            throw new UsageException(
                    "'" + file + "' has " + matrix.rows() + " vectors, but there are " + owners.size() + " ids.");
        }
        return embeddings.store(key, matrix, owners);
    }

    private static boolean isParquet(InputStream in) throws IOException {
        in.mark(PARQUET.length);
        boolean isParquet = Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        in.reset();
        return isParquet;
    }

    private @Nullable List<VectorOwner> owners() {
        if (ids != null) {
            return VectorOwners.read(ids);
        }
        return items == null
                ? null
                : items.stream().map(id -> new VectorOwner(id, -1)).toList();
    }

    private static String text(EmbeddingImport report) {
        var text = new StringBuilder(report.stored() + " of " + report.rows() + " vectors stored.");
        for (var refusal : report.refusals()) {
            text.append("\nRow ")
                    .append(refusal.row())
                    .append(" (")
                    .append(refusal.itemId())
                    .append("): ")
                    .append(refusal.reason());
        }
        long more = report.refused() - report.refusals().size();
        return more == 0 ? text.toString() : text + "\nAnd " + more + " more.";
    }
}
