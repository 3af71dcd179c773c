package io.accession.server;

import io.accession.cli.CommandLines;
import io.accession.cli.Surroundings;
import io.accession.server.command.ServerCommands;

/** All commands: those of clients and those that run a server. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        var surroundings = Surroundings.ofThisProcess();
        var root = ServerCommands.addTo(CommandLines.root(surroundings), surroundings);
        System.exit(CommandLines.execute(root, surroundings, words));
    }
}
