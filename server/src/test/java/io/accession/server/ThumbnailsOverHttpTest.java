package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ThumbnailsOverHttpTest {

    private static final TestServer SERVER = new TestServer();
    private static final String ADMIN = SERVER.administrator();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String id(TestServer.Answer created) {
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        return created.body().path("id").asText();
    }

    private static String integration(boolean strict) {
        return id(SERVER.post(
                ADMIN,
                "/api/v1/integrations",
                "{\"title\":\"here\",\"strictClientOnly\":" + strict + ",\"settings\":{\"type\":\"local\",\"root\":\""
                        + SERVER.localRoot() + "\"}}"));
    }

    /** The path of the small picture of a new item with these bytes. */
    private static String thumbnail(String kind, byte[] object, boolean strict) throws IOException {
        var name = UUID.randomUUID() + ".png";
        Files.write(SERVER.localRoot().resolve(name), object);
        var folder = id(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\":\"pictures\"}"));
        var item = SERVER.rows().addItem(UUID.fromString(folder), kind, name).toString();
        SERVER.rows()
                .place(
                        item,
                        integration(strict),
                        SERVER.localRoot().resolve(name).toUri());
        return "/api/v1/items/" + item + "/thumbnail";
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, 600, 300);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aPictureIsMadeSmallKeptAndKnownByItsTag() throws Exception {
        var path = thumbnail("image", picture(), false);

        var first = SERVER.get(ADMIN, path + "?size=100");

        assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
        var small = ImageIO.read(new ByteArrayInputStream(first.response().body()));
        assertThat(small.getWidth()).isEqualTo(128);
        assertThat(small.getHeight()).isEqualTo(64);
        assertThat(new Color(small.getRGB(60, 30)).getRed()).isGreaterThan(230);
        var tag = first.response().headers().firstValue("ETag").orElseThrow();
        assertThat(conditional(path + "?size=128", tag)).isEqualTo(304);
        assertThat(conditional(path + "?size=256", tag)).isEqualTo(200);
    }

    private static int conditional(String path, String tag) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
                .header("Authorization", "Bearer " + ADMIN)
                .header("If-None-Match", tag)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void whatIsNoPictureHasNone() throws Exception {
        var damaged =
                SERVER.get(ADMIN, thumbnail("image", "no picture at all".getBytes(StandardCharsets.UTF_8), false));

        assertThat(damaged.status()).isEqualTo(404);
        assertThat(damaged.body().path("type").asText()).isEqualTo("urn:accession:problem:no-thumbnail");
    }

    @Test
    void whereTheServerMayNotReadItSaysSo() throws Exception {
        var answer = SERVER.get(ADMIN, thumbnail("image", picture(), true));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("detail").asText()).contains("does not let this server read", "signed URL");
    }

    @Test
    void onlyVideosHaveFrames() throws Exception {
        var path = thumbnail("image", picture(), false);

        var answer = SERVER.get(ADMIN, path + "?frame=3");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("type").asText()).isEqualTo("urn:accession:problem:no-thumbnail");
        assertThat(SERVER.get(ADMIN, path + "?frame=-1").status()).isEqualTo(400);
    }

    @Test
    void strangersSeeNothingAndSizesHaveBounds() throws Exception {
        var path = thumbnail("image", picture(), false);

        assertThat(SERVER.get(SERVER.newUser("stranger@example.org"), path).status())
                .isEqualTo(404);
        assertThat(SERVER.get(ADMIN, path + "?size=5000").status()).isEqualTo(400);
    }
}
