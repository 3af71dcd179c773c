package io.accession.media;

/** Tells the many formats apart that are built on ISO base media files, by the brands in their {@code ftyp} box. */
final class BrandSniffer {

    private BrandSniffer() {}

    static ContentType sniff(Magic head) {
        var major = head.text(8, 4);
        return switch (major) {
            case "avif", "avis" -> ContentType.AVIF;
            case "heic", "heix", "hevc", "hevx", "heim", "heis" -> ContentType.HEIC;
            case "mif1", "msf1", "miaf" -> isCompatible(head, "avif") ? ContentType.AVIF : ContentType.HEIC;
            case "qt  " -> ContentType.QUICKTIME;
            case "M4A ", "M4B ", "M4P " -> ContentType.MP4_AUDIO;
            case "jp2 ", "jpx ", "jpm " -> ContentType.JPEG_2000;
            default -> major.startsWith("3g") ? ContentType.MOBILE_3GP : ContentType.MP4;
        };
    }

    private static boolean isCompatible(Magic head, String brand) {
        int end = Math.min(head.length(), (head.at(2) << 8) | head.at(3));
        for (int at = 16; at + 4 <= end; at += 4) {
            if (head.has(at, brand)) {
                return true;
            }
        }
        return false;
    }
}
