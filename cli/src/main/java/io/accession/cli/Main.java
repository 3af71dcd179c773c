package io.accession.cli;

/** The commands of a client alone: quick to start, because nothing of a server is on its class path. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        var surroundings = Surroundings.ofThisProcess();
        System.exit(CommandLines.execute(CommandLines.root(surroundings, words), surroundings, words));
    }
}
