package io.accession.media;

import io.accession.core.quality.SmallPicture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads what a child wrote as {@link PictureForm#PIXELS}. */
final class PixelMap {

    private static final Pattern HEADER = Pattern.compile("P6\\s(\\d{1,5})\\s(\\d{1,5})\\s255\\s");
    private static final int LONGEST_HEADER = 32;
    private static final int CHANNELS = 3;

    private PixelMap() {}

    static SmallPicture read(byte[] file) throws BadMediaException {
        var beginning = new String(file, 0, Math.min(LONGEST_HEADER, file.length), StandardCharsets.ISO_8859_1);
        var header = HEADER.matcher(beginning);
        if (!header.lookingAt()) {
            throw BadMediaException.damaged("No picture can be decoded");
        }
        int width = Integer.parseInt(header.group(1));
        int height = Integer.parseInt(header.group(2));
        int from = header.end();
        if (width == 0 || height == 0 || file.length - from != CHANNELS * width * height) {
            throw BadMediaException.damaged("No whole picture can be decoded");
        }
        return new SmallPicture(width, height, Arrays.copyOfRange(file, from, file.length));
    }
}
