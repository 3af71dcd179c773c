package io.accession.core.quality;

/** The pixels of a picture that was made small: red, green and blue from 0 to 255, row by row. */
public final class SmallPicture {

    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] pixels;

    /** {@code pixels} are three bytes each, and the picture's own from now on. */
    public SmallPicture(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1 || pixels.length != CHANNELS * width * height) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes are no picture of " + width + " × " + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    int red(int pixel) {
        return pixels[CHANNELS * pixel] & 0xFF;
    }

    int green(int pixel) {
        return pixels[CHANNELS * pixel + 1] & 0xFF;
    }

    int blue(int pixel) {
        return pixels[CHANNELS * pixel + 2] & 0xFF;
    }

    int count() {
        return width * height;
    }

    /** How bright each pixel is, 0 to 255: by the weights of Rec. 709, of the values as they are stored. */
    LumaPlane luma() {
        var luma = new double[count()];
        for (int pixel = 0; pixel < luma.length; pixel++) {
            luma[pixel] = 0.2126 * red(pixel) + 0.7152 * green(pixel) + 0.0722 * blue(pixel);
        }
        return new LumaPlane(width, height, luma);
    }
}
