package io.accession.cli;

import io.accession.api.FolderQuality;
import java.util.Locale;

/** What was measured in a folder as people read it. */
final class QualityText {

    private QualityText() {}

    static String of(FolderQuality quality) {
        var facts = new Facts()
                .add("Pictures", count(quality.pictures()))
                .add("Measured", count(quality.measured()))
                .add("Waiting", count(quality.pending()))
                .add("Failed", count(quality.failed()))
                .add("New ones", quality.automatic() ? "are measured by themselves" : "wait for 'quality measure'")
                .add(
                        "Speed",
                        quality.perMinute() == 0
                                ? "measuring is switched off"
                                : "at most " + count(quality.perMinute()) + " a minute");
        quality.failures()
                .forEach(one -> facts.add("  " + one.itemId(), one.title() + ": " + one.code() + ", " + one.message()));
        return facts.text();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
