package io.accession.cli;

import io.accession.api.CheckReport;
import io.accession.api.CheckReport.Finding;
import io.accession.api.CheckReport.Outcome;
import io.accession.api.CheckRequest;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Try a storage integration out and say which permission is missing.")
final class IntegrationCheck implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "T", description = "Id or title of the storage integration.")
    private String title = "";

    @Option(names = "--write", description = "Also write and delete a small object.")
    private boolean write;

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            description = "Also ask whether a browser page of this origin may read.")
    private @Nullable String origin;

    @Option(names = "--sample", paramLabel = "URL", description = "An object to read; otherwise the first one listed.")
    private @Nullable String sample;

    IntegrationCheck(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** 1 when something failed. */
    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).integration(title);
        var report = client.integrations().check(id, new CheckRequest(write, origin, sample));
        options.printer().print(report, () -> text(report));
        return report.findings().stream().anyMatch(IntegrationCheck::failed) ? ExitCodes.FAILURES : ExitCodes.DONE;
    }

    private static boolean failed(Finding finding) {
        return finding.outcome() == Outcome.FAILED;
    }

    private static String text(CheckReport report) {
        return report.findings().stream()
                .map(finding -> "%-8s %-10s %s"
                        .formatted(
                                finding.outcome().name().toLowerCase(Locale.ROOT),
                                finding.name(),
                                Terminals.printable(finding.message())))
                .collect(Collectors.joining("\n"));
    }
}
