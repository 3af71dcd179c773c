package io.accession.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** Lists the commands of the root by what they are for. Those it does not know come last. */
final class GroupedHelp implements IHelpSectionRenderer {

    private record Group(String title, List<String> names) {}

    private static final List<Group> GROUPS = List.of(
            new Group("Run it", List.of("demo", "serve", "worker", "config", "backup", "restore")),
            new Group("Set it up", List.of("integration", "user", "token")),
            new Group("Register", List.of("manifest", "register", "upload", "job")),
            new Group(
                    "Look at what is there",
                    List.of("search", "folder", "item", "dataset", "collection", "preset", "schema")));

    @Override
    public String render(Help help) {
        var left = new ArrayList<>(help.subcommands().keySet());
        var text = new StringBuilder();
        for (var group : GROUPS) {
            var names = group.names().stream().filter(left::contains).toList();
            left.removeAll(names);
            append(text, group.title(), names, help.subcommands());
        }
        append(text, "Other", left, help.subcommands());
        return text.toString();
    }

    private static void append(StringBuilder text, String title, List<String> names, Map<String, Help> commands) {
        if (names.isEmpty()) {
            return;
        }
        text.append(System.lineSeparator()).append(title).append(':').append(System.lineSeparator());
        commands.forEach((name, help) -> {
            if (names.contains(name)) {
                var description = help.commandSpec().usageMessage().description();
                text.append("  %-13s%s%n".formatted(name, String.join(" ", description)));
            }
        });
    }
}
