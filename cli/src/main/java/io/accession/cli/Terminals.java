package io.accession.cli;

/** What a terminal must not get to see: names come from manifests, and a control character in them could move the cursor. */
public final class Terminals {

    private Terminals() {}

    public static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isISOControl(c) ? '\uFFFD' : c).forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
