package io.accession.media;

/** Knows binary formats by their magic bytes. The strong signatures come first. */
final class BinarySniffer {

    private BinarySniffer() {}

    static ContentType sniff(Magic head) {
        var type = signature(head);
        if (type == ContentType.UNKNOWN) {
            type = chunked(head);
        }
        return type == ContentType.UNKNOWN ? medical(head) : type;
    }

    private static ContentType signature(Magic head) {
        if (head.starts("\u00FF\u00D8\u00FF")) return ContentType.JPEG;
        if (head.starts("\u0089PNG\r\n\u001A\n")) return ContentType.PNG;
        if (head.starts("GIF87a") || head.starts("GIF89a")) return ContentType.GIF;
        if (isTiff(head)) return ContentType.TIFF;
        if (isBmp(head)) return ContentType.BMP;
        if (head.starts("\u00FF\n") || head.starts("\0\0\0\fJXL ")) return ContentType.JPEG_XL;
        if (head.starts("\0\0\0\fjP  ") || head.starts("\u00FFO\u00FFQ")) return ContentType.JPEG_2000;
        if (head.starts("8BPS")) return ContentType.PHOTOSHOP;
        if (head.starts("\0\0\1\0") && head.at(5) == 0 && head.at(4) > 0) return ContentType.ICON;
        if (head.starts("FLV\1")) return ContentType.FLASH_VIDEO;
        if (head.starts("fLaC")) return ContentType.FLAC;
        if (head.starts("0&\u00B2u\u008Ef\u00CF\u0011")) return ContentType.WINDOWS_MEDIA;
        if (head.starts("PK\3\4") || head.starts("PK\5\6")) return ContentType.ZIP;
        if (head.starts("7z\u00BC\u00AF'\u001C")) return ContentType.SEVEN_ZIP;
        if (head.starts("\u001F\u008B")) return ContentType.GZIP;
        if (head.hasBefore(1024, "%PDF-")) return ContentType.PDF;
        return ContentType.UNKNOWN;
    }

    private static boolean isTiff(Magic head) {
        return head.starts("II*\0") || head.starts("MM\0*") || head.starts("II+\0") || head.starts("MM\0+");
    }

    /** "BM" alone begins many a text: the header's length behind it must be one that exists. */
    private static boolean isBmp(Magic head) {
        return head.starts("BM") && head.at(15) == 0 && head.at(16) == 0 && head.at(17) == 0 && head.at(14) >= 12;
    }

    private static ContentType chunked(Magic head) {
        if (head.has(4, "ftyp")) return BrandSniffer.sniff(head);
        if (isOldQuickTime(head)) return ContentType.QUICKTIME;
        if (head.starts("RIFF") || head.starts("RF64") || head.starts("BW64")) return riff(head);
        if (head.starts("\u001AE\u00DF\u00A3")) return matroska(head);
        if (head.starts("OggS")) return ogg(head);
        if (head.starts("FORM") && (head.has(8, "AIFF") || head.has(8, "AIFC"))) return ContentType.AIFF;
        return ContentType.UNKNOWN;
    }

    private static boolean isOldQuickTime(Magic head) {
        boolean name = head.has(4, "moov") || head.has(4, "mdat") || head.has(4, "wide") || head.has(4, "pnot");
        return name || ((head.has(4, "free") || head.has(4, "skip")) && head.at(0) == 0);
    }

    private static ContentType riff(Magic head) {
        if (head.has(8, "WEBP")) return ContentType.WEBP;
        if (head.has(8, "AVI ")) return ContentType.AVI;
        if (head.has(8, "WAVE")) return ContentType.WAVE;
        return ContentType.UNKNOWN;
    }

    /** The element DocType says webm or matroska; one that is unreadable is left to the demuxer. */
    private static ContentType matroska(Magic head) {
        return head.hasBefore(256, "B\u0082\u0084webm") ? ContentType.WEBM : ContentType.MATROSKA;
    }

    private static ContentType ogg(Magic head) {
        boolean video = head.hasBefore(4096, "\u0080theora") || head.hasBefore(4096, "\1video\0\0\0");
        return video ? ContentType.OGG_VIDEO : ContentType.OGG_AUDIO;
    }

    private static ContentType medical(Magic head) {
        if (head.has(128, "DICM")) return ContentType.DICOM;
        if (head.has(344, "n+1\0") || head.has(344, "ni1\0")) return ContentType.NIFTI;
        if (head.has(4, "n+2\0\r\n\u001A\n") || head.has(4, "ni2\0\r\n\u001A\n")) return ContentType.NIFTI;
        if (head.has(257, "ustar")) return ContentType.TAR;
        return ContentType.UNKNOWN;
    }

    /** What has no signature but a rhythm, which a text can have as well: to be asked last. */
    static ContentType sniffStream(Magic head) {
        if (head.starts("\0\0\1\u00BA") || head.starts("\0\0\1\u00B3")) return ContentType.MPEG_PROGRAM;
        if (isTransportStream(head, 0, 188) || isTransportStream(head, 4, 192)) return ContentType.MPEG_TRANSPORT;
        return MpegAudioSniffer.sniff(head);
    }

    private static boolean isTransportStream(Magic head, int first, int packet) {
        for (int i = 0; i < 4; i++) {
            if (head.at(first + i * packet) != 0x47) {
                return false;
            }
        }
        return true;
    }
}
