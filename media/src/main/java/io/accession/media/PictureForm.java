package io.accession.media;

/** What a child writes a small picture as. */
enum PictureForm {
    JPEG("yuvj420p", "mjpeg"),
    /** A header in plain letters, and three bytes for each pixel (netpbm, P6). */
    PIXELS("rgb24", "ppm");

    private final String pixelFormat;
    private final String codec;

    PictureForm(String pixelFormat, String codec) {
        this.pixelFormat = pixelFormat;
        this.codec = codec;
    }

    String pixelFormat() {
        return pixelFormat;
    }

    String codec() {
        return codec;
    }
}
