package io.accession.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code accession bench …} */
@Command(
        name = "accession bench",
        mixinStandardHelpOptions = true,
        description = "Measures Accession on this machine.",
        subcommands = {
            RegisterBench.class,
            ProbeBench.class,
            ListBench.class,
            SdkBench.class,
            SearchBench.class,
            VectorBench.class,
            MapBench.class,
            UiBench.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
