package io.accession.core.draft;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Which type of entry an object is by how it begins. A guess that is good enough to sort by; probing looks properly. */
final class FirstBytes {

    /** How many bytes are looked at: the magic number of NIfTI-1 stands at 344. */
    static final int LENGTH = 1_024;

    private static final Set<String> STILL_BRANDS = Set.of("avif", "avis", "heic", "heix", "mif1", "msf1");

    private final byte[] bytes;

    private FirstBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static Optional<DraftType> type(byte[] bytes) {
        var first = new FirstBytes(bytes);
        if (first.isImage()) {
            return Optional.of(DraftType.IMAGES);
        }
        if (first.isVideo()) {
            return Optional.of(DraftType.VIDEOS);
        }
        if (first.isAudio()) {
            return Optional.of(DraftType.AUDIO);
        }
        if (first.has(0, "%PDF-")) {
            return Optional.of(DraftType.PDFS);
        }
        if (first.has(128, "DICM")) {
            return Optional.of(DraftType.DICOM_SERIES);
        }
        if (first.has(344, "n+1\0") || first.has(4, "n+2\0")) {
            return Optional.of(DraftType.NIFTI);
        }
        return first.isText() ? Optional.of(DraftType.TEXT) : Optional.empty();
    }

    private boolean isImage() {
        return has(0, "\u00FF\u00D8\u00FF")
                || has(0, "\u0089PNG\r\n\u001A\n")
                || has(0, "GIF8")
                || (has(0, "RIFF") && has(8, "WEBP"))
                || (has(0, "BM") && has(6, "\0\0\0\0"))
                || has(0, "II*\0")
                || has(0, "MM\0*")
                || (has(4, "ftyp") && STILL_BRANDS.contains(text(8, 4)));
    }

    private boolean isVideo() {
        boolean movie = has(4, "ftyp") && !has(8, "M4A ") && !has(8, "M4B ");
        return movie
                || has(4, "moov")
                || has(0, "\u001AE\u00DF\u00A3")
                || (has(0, "RIFF") && has(8, "AVI "))
                || has(0, "\0\0\u0001\u00BA")
                || (has(0, "G") && has(188, "G") && has(376, "G"));
    }

    private boolean isAudio() {
        boolean mp3 = bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE6) == 0xE2;
        return mp3
                || has(0, "ID3")
                || has(0, "fLaC")
                || has(0, "OggS")
                || has(4, "ftypM4A ")
                || has(4, "ftypM4B ")
                || (has(0, "RIFF") && has(8, "WAVE"))
                || (has(0, "FORM") && (has(8, "AIFF") || has(8, "AIFC")));
    }

    private boolean isText() {
        for (byte value : bytes) {
            if (value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r' && value != '\f') {
                return false;
            }
        }
        // A character may be cut off at the end, which shows as one replacement there.
        String text = new String(bytes, StandardCharsets.UTF_8);
        int replaced = text.indexOf('\uFFFD');
        return bytes.length > 0 && (replaced < 0 || (bytes.length == LENGTH && replaced >= text.length() - 3));
    }

    private boolean has(int offset, String magic) {
        return text(offset, magic.length()).equals(magic);
    }

    private String text(int offset, int length) {
        return offset + length > bytes.length ? "" : new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
}
