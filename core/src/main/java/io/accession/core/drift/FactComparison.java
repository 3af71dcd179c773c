package io.accession.core.drift;

import io.accession.core.domain.MediaFacts;
import io.accession.core.drift.Finding.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What supplied media facts and probed ones say differently. Only what both of them tell is compared. */
final class FactComparison {

    /** Players and containers round; a difference that nobody sees is none. */
    private static final double SECONDS = 0.1;

    private static final double FRAMES_PER_SECOND = 0.01;

    private final List<Difference> differences = new ArrayList<>();

    private FactComparison() {}

    static List<Difference> of(MediaFacts supplied, MediaFacts found) {
        var comparison = new FactComparison();
        comparison.compare(supplied, found);
        return comparison.differences;
    }

    private void compare(MediaFacts supplied, MediaFacts found) {
        texts("mimeType", mimeType(supplied), mimeType(found));
        texts("fileSize", Long.toString(supplied.bytes()), Long.toString(found.bytes()));
        if (supplied instanceof MediaFacts.Image one && found instanceof MediaFacts.Image other) {
            numbers("width", one.width(), other.width(), 0);
            numbers("height", one.height(), other.height(), 0);
        } else if (supplied instanceof MediaFacts.Video one && found instanceof MediaFacts.Video other) {
            numbers("width", one.width(), other.width(), 0);
            numbers("height", one.height(), other.height(), 0);
            numbers("fps", one.framesPerSecond(), other.framesPerSecond(), FRAMES_PER_SECOND);
            numbers("duration", one.durationSeconds(), other.durationSeconds(), SECONDS);
        } else if (supplied instanceof MediaFacts.Audio one && found instanceof MediaFacts.Audio other) {
            numbers("duration", one.durationSeconds(), other.durationSeconds(), SECONDS);
            numbers("sampleRate", one.sampleRate(), other.sampleRate(), 0);
            numbers("numChannels", one.channels(), other.channels(), 0);
        } else if (supplied instanceof MediaFacts.Pdf one && found instanceof MediaFacts.Pdf other) {
            numbers("numPages", one.pages(), other.pages(), 0);
        }
    }

    /** Parameters and case do not matter, nor does the misspelling that is in many manifests. */
    private static String mimeType(MediaFacts facts) {
        String type = facts.mimeType().toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        String bare = (parameters < 0 ? type : type.substring(0, parameters)).strip();
        return bare.equals("image/jpg") ? "image/jpeg" : bare;
    }

    private void texts(String field, String supplied, String found) {
        if (!supplied.equals(found)) {
            differences.add(new Difference(field, supplied, found));
        }
    }

    private void numbers(String field, double supplied, double found, double tolerance) {
        if (Math.abs(supplied - found) > tolerance) {
            differences.add(new Difference(field, text(supplied), text(found)));
        }
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
