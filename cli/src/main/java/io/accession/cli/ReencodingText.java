package io.accession.cli;

import io.accession.api.Reencoding;
import java.util.Locale;
import java.util.stream.Collectors;

/** Re-encodings in words. */
final class ReencodingText {

    private ReencodingText() {}

    static String of(Reencoding reencoding) {
        var counts = reencoding.counts();
        var facts = new Facts()
                .add("Re-encoding", reencoding.id())
                .add("State", reencoding.state().name().toLowerCase(Locale.ROOT))
                .add("Created", Moments.text(reencoding.createdAt()) + " by " + reencoding.createdBy())
                .add("Videos", counts.items())
                .addCount("  waiting", counts.pending())
                .add("  re-encoded", counts.reencoded())
                .addCount("  not needed", counts.notNeeded())
                .add("  failed", counts.failed());
        return facts.text()
                + reencoding.items().stream().map(ReencodingText::line).collect(Collectors.joining());
    }

    private static String line(Reencoding.Video video) {
        return "  " + video.itemId() + "  " + Terminals.printable(outcome(video)) + "\n";
    }

    private static String outcome(Reencoding.Video video) {
        var failure = video.failure();
        var why = failure == null ? "" : failure.code() + ": " + failure.message();
        return switch (video.state()) {
            case PENDING -> failure == null ? "pending" : "to be tried again, " + why;
            case DONE -> video.needed() ? video.objectUrl() + " instead of " + video.originalUrl() : "not needed";
            case ERROR -> why;
        };
    }

    static int exitCode(Reencoding reencoding) {
        return reencoding.state() == Reencoding.State.ERROR ? ExitCodes.FAILURES : ExitCodes.DONE;
    }
}
