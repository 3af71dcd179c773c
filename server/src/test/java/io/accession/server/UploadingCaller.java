package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Somebody who uploads files to a server as the SDK does: asks for places, puts the bytes there, and has them registered in a folder. */
final class UploadingCaller {

    static final byte[] PNG = png();

    final WireCaller sdk;
    final String folder;
    private final TestServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Where one file can be put. */
    record Place(String placeholder, String key, String url) {}

    UploadingCaller(TestServer server, String email) {
        this.server = server;
        this.sdk = WireCaller.of(server, email, false);
        this.folder = anotherFolder();
    }

    String anotherFolder() {
        return sdk.post("storage/folders", "{\"name\": \"f\"}")
                .body()
                .path("uuid")
                .asText();
    }

    Place place() {
        return place(sdk.post(
                "storage/folders/" + folder + "/upload-signed-urls", "{\"itemType\": \"image\", \"count\": 1}"));
    }

    static Place place(WireCaller.Answer reserved) {
        assertThat(reserved.status()).as(reserved.text()).isEqualTo(200);
        var place = reserved.body().path("results").path(0);
        return new Place(
                place.path("itemUuid").asText(),
                place.path("objectKey").asText(),
                place.path("signedUrl").asText());
    }

    HttpResponse<String> put(String url, byte[] bytes) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/dicom")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String image(Place place) {
        return "{\"images\": [{\"objectUrl\": \"ignored\", \"title\": \"i.png\", \"clientMetadata\": {}, \"placeholderItemUuid\": \""
                + place.placeholder() + "\"}]}";
    }

    WireCaller.Answer register(String where, String items) {
        return sdk.post(
                "storage/folders/" + where + "/data-upload-jobs",
                "{\"dataItems\": " + items + ", \"ignoreErrors\": false}");
    }

    WireCaller.Answer register(String items) {
        return register(folder, items);
    }

    /** The job of which the items were registered, or not, when it has ended. */
    JsonNode registered(String items) {
        var started = register(items);
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        return sdk.get("storage/folders/" + folder + "/data-upload-jobs/"
                        + started.body().asText() + "?timeoutSeconds=60")
                .body();
    }

    /** Where the server keeps a file. */
    Path file(Place place) {
        return server.localRoot().resolve("data/hosted").resolve(place.key());
    }

    /** Lets the time pass after which a file that nobody has registered is deleted. */
    void makeDue(Place place) {
        server.database()
                .jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE hosted_object SET due_at = now() WHERE id = CAST(:id AS uuid)")
                        .bind("id", place.placeholder())
                        .execute());
    }

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
