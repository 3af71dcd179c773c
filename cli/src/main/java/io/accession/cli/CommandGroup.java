package io.accession.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * A command that only holds others. They are made when they are wanted: reading the annotations of all of them would take most of the time of a
 * short command.
 */
final class CommandGroup {

    /** Makes one command for the words that come after its name. */
    @FunctionalInterface
    private interface Member {
        CommandLine make(List<String> words);
    }

    private final String name;
    private final String description;
    private final Map<String, Member> members = new LinkedHashMap<>();

    CommandGroup(String name, String description) {
        this.name = name;
        this.description = description;
    }

    CommandGroup command(String member, Supplier<?> command) {
        members.put(member, _ -> new CommandLine(command.get()));
        return this;
    }

    CommandGroup group(CommandGroup group) {
        members.put(group.name, group::make);
        return this;
    }

    /** With the one member that the first word names, or with all when it names none. */
    CommandLine make(List<String> words) {
        var holder = new CommandLine(new AccessionCommand());
        holder.setCommandName(name);
        holder.getCommandSpec().usageMessage().description(description);
        var named = words.isEmpty() ? null : members.get(words.getFirst());
        if (named != null) {
            holder.addSubcommand(words.getFirst(), named.make(words.subList(1, words.size())));
        } else {
            members.forEach((member, command) -> holder.addSubcommand(member, command.make(List.of())));
        }
        return holder;
    }
}
