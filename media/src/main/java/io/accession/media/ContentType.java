package io.accession.media;

/** What a file is by its first bytes, whatever its name and its storage say. */
public enum ContentType {
    JPEG("image/jpeg", Family.IMAGE),
    PNG("image/png", Family.IMAGE),
    WEBP("image/webp", Family.IMAGE),
    GIF("image/gif", Family.IMAGE),
    BMP("image/bmp", Family.IMAGE),
    TIFF("image/tiff", Family.IMAGE),
    AVIF("image/avif", Family.IMAGE),
    HEIC("image/heic", Family.IMAGE),
    JPEG_XL("image/jxl", Family.IMAGE),
    JPEG_2000("image/jp2", Family.IMAGE),
    ICON("image/vnd.microsoft.icon", Family.IMAGE),
    PHOTOSHOP("image/vnd.adobe.photoshop", Family.IMAGE),
    SVG("image/svg+xml", Family.TEXT),

    MP4("video/mp4", Family.VIDEO),
    QUICKTIME("video/quicktime", Family.VIDEO),
    MOBILE_3GP("video/3gpp", Family.VIDEO),
    WEBM("video/webm", Family.VIDEO),
    MATROSKA("video/x-matroska", Family.VIDEO),
    AVI("video/x-msvideo", Family.VIDEO),
    MPEG_TRANSPORT("video/mp2t", Family.VIDEO),
    MPEG_PROGRAM("video/mpeg", Family.VIDEO),
    FLASH_VIDEO("video/x-flv", Family.VIDEO),
    WINDOWS_MEDIA("video/x-ms-asf", Family.VIDEO),
    OGG_VIDEO("video/ogg", Family.VIDEO),

    MP3("audio/mpeg", Family.AUDIO),
    MP4_AUDIO("audio/mp4", Family.AUDIO),
    WAVE("audio/x-wav", Family.AUDIO),
    FLAC("audio/flac", Family.AUDIO),
    OGG_AUDIO("audio/ogg", Family.AUDIO),
    AAC("audio/aac", Family.AUDIO),
    AIFF("audio/aiff", Family.AUDIO),

    PDF("application/pdf", Family.OTHER),
    DICOM("application/dicom", Family.OTHER),
    NIFTI("application/x-nifti", Family.OTHER),
    GZIP("application/gzip", Family.OTHER),
    ZIP("application/zip", Family.OTHER),
    SEVEN_ZIP("application/x-7z-compressed", Family.OTHER),
    TAR("application/x-tar", Family.OTHER),

    /** Lists of other addresses. Never given to a demuxer. */
    HLS_PLAYLIST("application/vnd.apple.mpegurl", Family.TEXT),
    DASH_MANIFEST("application/dash+xml", Family.TEXT),
    SESSION_DESCRIPTION("application/sdp", Family.TEXT),
    HTML("text/html", Family.TEXT),
    XML("application/xml", Family.TEXT),
    JSON("application/json", Family.TEXT),
    TEXT("text/plain", Family.TEXT),
    UNKNOWN("application/octet-stream", Family.OTHER);

    /** What can be in such a file. Containers of video may hold sound only. */
    public enum Family {
        IMAGE,
        VIDEO,
        AUDIO,
        TEXT,
        OTHER
    }

    private final String mimeType;
    private final Family family;

    ContentType(String mimeType, Family family) {
        this.mimeType = mimeType;
        this.family = family;
    }

    public String mimeType() {
        return mimeType;
    }

    public Family family() {
        return family;
    }

    /** Judges by the first bytes of an object: 64 KiB are plenty, fewer are fine. */
    public static ContentType of(byte[] head) {
        var start = new Magic(head);
        var type = BinarySniffer.sniff(start);
        if (type == UNKNOWN) {
            type = TextSniffer.sniff(start);
        }
        return type == UNKNOWN ? BinarySniffer.sniffStream(start) : type;
    }
}
