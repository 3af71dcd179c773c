package io.accession.cli;

import io.accession.api.numpy.NpyWriting;
import io.accession.api.numpy.VectorTableReader;
import io.accession.client.VectorOwner;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Write the vectors of a folder's items, and of those below it, for NumPy or as Parquet.")
final class EmbeddingExporting implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(index = "0", paramLabel = "KEY", description = "A key that the metadata schema declares as embedding.")
    private String key = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "The file to write: .npy, a structured array with id, frame and vector, or .parquet. - is standard"
                            + " output.")
    private String file = "";

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Write the vectors alone, and whose they are line by line to this file.")
    private @Nullable Path ids;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "npy or parquet. Otherwise the file's ending tells; npy for any other.")
    private @Nullable String format;

    @Option(names = "--folder", paramLabel = "F", required = true, description = "Id or name of the folder.")
    private String folder = "";

    EmbeddingExporting(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        if (ids != null && file.equals("-")) {
            throw new UsageException("With --ids the vectors are written to a file, not to standard output.");
        }
        boolean isParquet = isParquet();
        if (ids != null && isParquet) {
            throw new UsageException("A Parquet file has the ids in it: leave --ids out.");
        }
        var client = options.connect();
        if (isParquet) {
            var rows = client.embeddings().exportParquet(key, new Names(client).folder(folder));
            GivenFiles.write(rows, file, options.surroundings());
            return ExitCodes.DONE;
        }
        var table = client.embeddings().export(key, new Names(client).folder(folder));
        if (ids == null) {
            GivenFiles.write(table, file, options.surroundings());
        } else {
            split(table, Path.of(file), ids);
        }
        return ExitCodes.DONE;
    }

    private boolean isParquet() {
        return switch (format) {
            case null -> file.endsWith(".parquet");
            case "npy" -> false;
            case "parquet" -> true;
            default -> throw new UsageException("--format is npy or parquet, not '" + format + "'.");
        };
    }

    /** Both files are replaced once all of them is there. */
    private static void split(InputStream answer, Path matrix, Path owners) throws IOException {
        var matrixPart = part(matrix);
        var ownersPart = part(owners);
        try (var in = new BufferedInputStream(answer, 1 << 16);
                var vectors = new BufferedOutputStream(Files.newOutputStream(matrixPart), 1 << 16);
                var lines = Files.newBufferedWriter(ownersPart)) {
            var table = new VectorTableReader(in);
            vectors.write(NpyWriting.matrixHeader(table.size(), table.left()));
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                vectors.write(NpyWriting.matrixRow(row.get().vector()));
                lines.write(VectorOwners.line(
                        new VectorOwner(row.get().item(), row.get().frame())));
                lines.write('\n');
            }
        }
        Files.move(matrixPart, matrix, StandardCopyOption.REPLACE_EXISTING);
        Files.move(ownersPart, owners, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
