package io.accession.media;

/** Size in pixels as displayed, and the EXIF orientation (1–8) that was applied to get there. */
record ImageHeader(int width, int height, int orientation) {

    /** From the stored size. Browsers swap the sides for the orientations 5 to 8; others than 1 to 8 count as 1. */
    static ImageHeader stored(long width, long height, int orientation) throws BadMediaException {
        if (width <= 0 || height <= 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw BadMediaException.damaged(
                    "The header gives an impossible size of " + width + " × " + height + " pixels");
        }
        return switch (orientation) {
            case 5, 6, 7, 8 -> new ImageHeader((int) height, (int) width, orientation);
            case 2, 3, 4 -> new ImageHeader((int) width, (int) height, orientation);
            default -> new ImageHeader((int) width, (int) height, 1);
        };
    }
}
