package io.accession.server.command;

import io.accession.cli.ExitCodes;
import io.accession.cli.GivenFiles;
import io.accession.cli.Printer;
import io.accession.cli.Surroundings;
import io.accession.client.Manifest;
import io.accession.core.manifest.ManifestLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads manifests as a server would, and asks nobody. */
@Command(name = "check", description = "Read manifests without a server, and tell everything that is wrong with them.")
final class ManifestCheckCommand implements Callable<Integer> {

    @Mixin
    private final ConfigurationOptions options = new ConfigurationOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Manifests; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON for machines.")
    private boolean json;

    private final Surroundings surroundings;

    ManifestCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** 2 when a server with this configuration would refuse a manifest, or fail an entry of it. */
    @Override
    public Integer call() {
        return Refusals.orDone(surroundings, () -> {
            var limits =
                    options.configuration(surroundings.environment(), List.of()).limits();
            var reports = files.stream().map(file -> check(file, limits)).toList();
            new Printer(surroundings.out(), json).print(reports, () -> ManifestReport.text(reports));
            return reports.stream().allMatch(ManifestReport::sound) ? ExitCodes.DONE : ExitCodes.REFUSED;
        });
    }

    private ManifestReport check(String file, ManifestLimits limits) {
        var checking = new ManifestChecking(file, limits);
        var manifest =
                file.equals("-") ? Manifest.of("", surroundings.in()) : Manifest.of(GivenFiles.readable(Path.of(file)));
        try (var sent = manifest.open()) {
            return checking.check(sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
