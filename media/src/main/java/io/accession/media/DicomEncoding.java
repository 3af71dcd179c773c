package io.accession.media;

import java.util.Optional;

/** How the elements of a data set are written (PS3.5 sections 7.1 and 10). */
record DicomEncoding(boolean explicit, boolean bigEndian) {

    static final DicomEncoding EXPLICIT = new DicomEncoding(true, false);
    static final DicomEncoding IMPLICIT = new DicomEncoding(false, false);

    /** The first element is in one of these groups, whatever the file: its meta information, or the identification of what it holds. */
    private static final int META = 0x0002;

    private static final int IDENTIFYING = 0x0008;
    /** The first element of a data set is short: a group's length, or the character set. */
    private static final int LONGEST_FIRST = 0x1000;

    /** That of a transfer syntax: all but two are explicit and little endian. */
    static DicomEncoding named(String transferSyntax) {
        return switch (transferSyntax) {
            case "1.2.840.10008.1.2" -> IMPLICIT;
            case "1.2.840.10008.1.2.2" -> new DicomEncoding(true, true);
            default -> EXPLICIT;
        };
    }

    /** What the first eight bytes of a data set show; empty when it does not begin in the usual way. */
    static Optional<DicomEncoding> shownBy(byte[] first) {
        if (first.length < 8) {
            return Optional.empty();
        }
        for (boolean bigEndian : new boolean[] {false, true}) {
            long group = LittleAndBig.number(first, 0, 2, bigEndian);
            boolean explicit = DicomVr.find("" + (char) (first[4] & 0xFF) + (char) (first[5] & 0xFF))
                    .isPresent();
            boolean isShort = LittleAndBig.number(first, 4, 4, bigEndian) <= LONGEST_FIRST;
            if ((group == META || group == IDENTIFYING) && (explicit || isShort)) {
                return Optional.of(new DicomEncoding(explicit, bigEndian));
            }
        }
        return Optional.empty();
    }
}
