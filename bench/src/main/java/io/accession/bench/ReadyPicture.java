package io.accession.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** An S3-compatible storage in which every key of every bucket is the same small JPEG. Asks for no signature. */
final class ReadyPicture implements AutoCloseable {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final HttpServer server;
    private final byte[] jpeg;

    private ReadyPicture(HttpServer server, byte[] jpeg) {
        this.server = server;
        this.jpeg = jpeg;
    }

    static ReadyPicture serve() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var picture = new ReadyPicture(server, jpeg());
        server.createContext("/", picture::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return picture;
    }

    private static byte[] jpeg() throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, Color.BLUE));
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int bytes() {
        return jpeg.length;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "image/jpeg");
            headers.set("ETag", "\"picture\"");
            headers.set("Accept-Ranges", "bytes");
            headers.set("Last-Modified", "Wed, 01 May 2024 12:00:00 GMT");
            if (exchange.getRequestMethod().equals("HEAD")) {
                headers.set("Content-Length", Integer.toString(jpeg.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            var asked = exchange.getRequestHeaders().getFirst("Range");
            var range = RANGE.matcher(asked == null ? "" : asked);
            int from = range.matches() ? Math.min(Integer.parseInt(range.group(1)), jpeg.length - 1) : 0;
            int end = range.matches() && !range.group(2).isEmpty()
                    ? Math.min(Integer.parseInt(range.group(2)) + 1, jpeg.length)
                    : jpeg.length;
            if (range.matches()) {
                headers.set("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + jpeg.length);
            }
            exchange.sendResponseHeaders(range.matches() ? 206 : 200, end - from);
            exchange.getResponseBody().write(jpeg, from, end - from);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
