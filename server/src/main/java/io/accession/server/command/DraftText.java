package io.accession.server.command;

import io.accession.api.ManifestEvent.Drafted;
import io.accession.cli.Terminals;
import io.accession.core.draft.DraftSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a listing, in words. */
final class DraftText {

    private DraftText() {}

    static Drafted of(DraftSummary summary) {
        return new Drafted(
                summary.objects(),
                summary.entries(),
                summary.urls(),
                summary.manifests(),
                summary.leftOut().stream()
                        .map(left -> new io.accession.api.ManifestEvent.LeftOut(
                                left.reason(), left.count(), left.examples()))
                        .toList());
    }

    static String text(Drafted drafted, List<Path> files) {
        long entries =
                drafted.entries().values().stream().mapToLong(Long::longValue).sum();
        var text = new StringBuilder(count(drafted.objects(), "object") + " listed, " + named(entries, drafted));
        files.forEach(file -> text.append("\nWritten: ").append(file));
        drafted.leftOut()
                .forEach(left -> text.append("\nLeft out: ")
                        .append(String.format(Locale.ROOT, "%,d ", left.count()))
                        .append(left.reason())
                        .append(", such as ")
                        .append(left.examples().stream()
                                .map(Terminals::printable)
                                .collect(Collectors.joining(", "))));
        return text.toString();
    }

    private static String named(long entries, Drafted drafted) {
        if (entries == 0) {
            return "none of them to be registered.";
        }
        var types = drafted.entries().entrySet().stream()
                .map(type -> String.format(Locale.ROOT, "%s %,d", type.getKey(), type.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%,d", entries) + (entries == 1 ? " entry: " : " entries: ") + types;
    }

    private static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d ", count) + noun + (count == 1 ? "" : "s");
    }
}
