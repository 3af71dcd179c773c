package io.accession.server.endtoend;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures to be probed. */
final class Pictures {

    private Pictures() {}

    static byte[] png(int width, int height) {
        return encoded("png", width, height);
    }

    static byte[] jpeg(int width, int height) {
        return encoded("jpeg", width, height);
    }

    private static byte[] encoded(String format, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
