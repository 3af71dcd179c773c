package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What collections and presets do, seen as the Encord SDK sees them. */
final class WireCollectionsTest {

    private static final WireCatalogue CATALOGUE = new WireCatalogue();
    private static final WireCaller SDK = CATALOGUE.sdk();
    private static final String BAD_PRESET =
            "{\"global_filters\": {\"filters\": [{\"type\": \"metadata\", \"key\": \"city\"}]}}";

    @AfterAll
    static void stop() {
        CATALOGUE.close();
    }

    /** A new folder with images of these sizes, which are their titles too. */
    private static String folder(String... sizes) {
        var folder = CATALOGUE.folder("folder");
        if (sizes.length == 0) {
            return folder;
        }
        CATALOGUE.job(
                folder,
                Stream.of(sizes)
                        .map(size -> size.split("x", -1))
                        .map(size -> """
                                {"objectUrl": "s3://b/%1$sx%2$s", "title": "%1$sx%2$s", "clientMetadata": {"n": 1},
                                 "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 7, "width": %1$s, "height": %2$s}}
                                """.formatted(size[0], size[1]))
                        .collect(Collectors.joining(",", "{\"images\": [", "]}")));
        return folder;
    }

    private static String collection(String folder) {
        var created =
                SDK.post("index/collections?topLevelFolderUuid=" + folder, "{\"name\": \"c\", \"description\": \"\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        return created.body().asText();
    }

    private static List<String> items(String folder) {
        return texts(SDK.get("storage/folders/" + folder + "/items?order=createdAt"), "uuid");
    }

    private static List<String> texts(WireCaller.Answer answer, String key) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body()
                .path("results")
                .valueStream()
                .map(result -> result.path(key).asText())
                .toList();
    }

    private static List<String> names(String collection) {
        return texts(SDK.get("index/collections/" + collection + "/accessible-items"), "name");
    }

    private static WireCaller.Answer add(String collection, String... items) {
        return SDK.post("index/collections/" + collection + "/add-items", picked(items));
    }

    private static String picked(String... items) {
        return Stream.of(items).collect(Collectors.joining("\", \"", "{\"itemUuids\": [\"", "\"]}"));
    }

    @Test
    void whatDoesNotLieBelowTheFolderIsNotAddedAndTold() {
        var folder = folder("4x3", "5x4");
        var elsewhere = items(folder("4x3")).getFirst();
        var items = items(folder);
        var collection = collection(folder);
        var nowhere = UUID.randomUUID().toString();

        var added = add(collection, items.get(0), elsewhere, nowhere, items.get(0));
        var taken = SDK.post("index/collections/" + collection + "/remove-items", picked(items.get(1), items.get(0)));

        assertThat(added.body().toString()).isEqualTo("{\"failedItems\":[\"" + elsewhere + "\",\"" + nowhere + "\"]}");
        assertThat(taken.body().toString()).isEqualTo("{\"failedItems\":[\"" + items.get(1) + "\"]}");
        assertThat(names(collection)).isEmpty();
    }

    @Test
    void itemsInClosedFoldersAreNothingButTheirIds() {
        var folder = folder("4x3", "5x4");
        var items = items(folder);
        var collection = collection(folder);
        add(collection, items.get(0), items.get(1));
        var ann = WireCaller.of(CATALOGUE.server(), UUID.randomUUID() + "@example.org", false);
        assertThat(ann.get("index/collections/" + collection + "/all-items").status())
                .isEqualTo(403);
        share(folder, ann);

        SDK.post(
                "storage/folders/" + folder + "/items/move",
                "{\"itemUuids\": [\"" + items.get(0) + "\"], \"newParentUuid\": \"" + folder() + "\"}");

        var all = ann.get("index/collections/" + collection + "/all-items?includeClientMetadata=False&pageSize=1");
        assertThat(all.body().path("results").toString()).isEqualTo("[{\"uuid\":\"" + items.get(0) + "\"}]");
        var next = ann.get("index/collections/" + collection + "/all-items?includeClientMetadata=False&pageToken="
                + all.body().path("nextPageToken").asText());
        assertThat(next.body().at("/results/0/clientMetadata").asText()).isEqualTo("{}");
        var accessible = ann.get("index/collections/" + collection + "/accessible-items?includeClientMetadata=True");
        assertThat(texts(accessible, "uuid")).containsExactly(items.get(1));
        assertThat(accessible.body().at("/results/0/clientMetadata").asText()).isEqualTo("{\"n\": 1}");
        assertThat(ann.post("index/collections/" + collection + "/add-items", picked(items.get(1)))
                        .status())
                .isEqualTo(403);
        assertThat(names(collection)).containsExactly("4x3", "5x4");
    }

    /** Lets somebody look into a folder. */
    private static void share(String folder, WireCaller user) {
        var email = user.get("user/current").body().path("userEmail").asText();
        CATALOGUE.addToGroup(email);
        var granted = SDK.post(
                "storage/folders/" + folder + "/groups",
                "{\"groupHashList\": [\"" + CATALOGUE.name("group") + "\"], \"userRole\": \"user\"}");
        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    }

    @Test
    void aPresetPicksByWhatIsKnownOfPixelsWhateverComesLater() {
        var folder = folder("100x50", "200x100", "200x200");
        var wide = CATALOGUE.preset("""
                {"local_filters": {"00000000-0000-0000-0000-000000000000": {"filters": [%s]}, "%s": {"filters": [%s]}},
                 "global_filters": {"filters": [%s]}}
                """.formatted(
                        metric("metric_aspect_ratio", true, "[1.5, 2]"),
                        UUID.randomUUID(),
                        metric("metric_height", true, "[0, 0]"),
                        metric("metric_area", true, "[5000, 1e9]")));
        var small = CATALOGUE.preset(
                "{\"global_filters\": {\"filters\": [" + metric("metric_width", false, "[101, 1e9]") + "]}}");
        var collection = collection(folder);

        use(collection, "add-preset-items", wide);
        assertThat(names(collection)).containsExactly("100x50", "200x100");
        use(collection, "remove-preset-items", small);

        assertThat(names(collection)).containsExactly("200x100");
    }

    @Test
    void aPresetPicksByWhatWasMeasuredOnPixelsAndPassesOverWhatWasNot() {
        var folder = folder("4x3", "5x4", "6x5");
        var items = items(folder);
        CATALOGUE.measured(items.get(0), 0.2);
        CATALOGUE.measured(items.get(1), 0.8);
        var filters = metric("metric_brightness", true, "[0, 0.5]") + ", " + metric("metric_sharpness", false, "[0, 1]")
                + ", " + metric("metric_contrast", true, "[0, 0.5]") + ", "
                + metric("metric_file_size", true, "[0, 1e9]");
        var dark = CATALOGUE.preset("{\"global_filters\": {\"filters\": [" + filters + "]}}");
        var collection = collection(folder);

        use(collection, "add-preset-items", dark);

        assertThat(names(collection)).containsExactly("4x3");
    }

    @Test
    void aPresetOfOurOwnLanguagePicksWhatItsSearchFindsBelowTheFolder() {
        var folder = folder("100x50", "200x100");
        folder("200x100");
        var preset = CATALOGUE.presetOfOurs("{\"field\": \"width\", \"atLeast\": 200}");
        var collection = collection(folder);
        CATALOGUE.awaitIndex(2, folder);

        use(collection, "add-preset-items", preset);
        assertThat(names(collection)).containsExactly("200x100");
        use(collection, "remove-preset-items", preset);

        assertThat(names(collection)).isEmpty();
        var json = SDK.get("index/presets/" + preset);
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.body().path("message").asText()).contains("Accession's own language", "by its id");
    }

    @Test
    void whoMayNotChangeACollectionIsToldSoWhateverAPresetPicks() {
        var folder = folder();
        var collection = collection(folder);
        var ann = WireCaller.of(CATALOGUE.server(), UUID.randomUUID() + "@example.org", false);
        share(folder, ann);
        var preset = CATALOGUE.presetOfOurs("{\"field\": \"kind\", \"equals\": \"video\"}");

        assertThat(ann.post(
                                "index/collections/" + collection + "/add-preset-items",
                                "{\"presetUuid\": \"" + preset + "\"}")
                        .status())
                .isEqualTo(403);
    }

    private static String metric(String metric, boolean include, String values) {
        return "{\"type\": \"metric\", \"metric\": \"" + metric + "\", \"domain\": \"data\", \"include\": " + include
                + ", \"values\": " + values + "}";
    }

    private static void use(String collection, String how, String preset) {
        var used = SDK.post("index/collections/" + collection + "/" + how, "{\"presetUuid\": \"" + preset + "\"}");
        assertThat(used.text()).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BAD_PRESET,
                "{\"global_filters\": {\"filters\": [{\"type\": \"metric\", \"metric\": \"metric_object_count\","
                        + " \"domain\": \"data\", \"include\": true, \"values\": [0, 1]}]}}",
                "{\"global_filters\": {\"filters\": [{\"type\": \"metric\", \"metric\": \"metric_width\","
                        + " \"domain\": \"frame\", \"include\": true, \"values\": [0, 1]}]}}",
                "{\"global_filters\": {\"filters\": [{\"type\": \"metric\", \"metric\": \"metric_width\","
                        + " \"domain\": \"data\", \"include\": true, \"values\": [0]}]}}",
            })
    void aFilterThatCannotBeEvaluatedPicksNothing(String definition) {
        var collection = collection(folder("4x3"));

        var used = SDK.post(
                "index/collections/" + collection + "/add-preset-items",
                "{\"presetUuid\": \"" + CATALOGUE.preset(definition) + "\"}");

        assertThat(used.status()).isEqualTo(400);
        assertThat(used.body().path("message").asText()).contains("cannot evaluate");
        assertThat(names(collection)).isEmpty();
    }

    @Test
    void aPresetIsReadAsItWasWrittenAndChangedByWhoMadeIt() {
        var ann = WireCaller.of(CATALOGUE.server(), UUID.randomUUID() + "@example.org", false);
        var preset = "index/presets/" + CATALOGUE.preset(BAD_PRESET);

        assertThat(ann.get(preset).body()).isEqualTo(json("""
                {"local_filters": {"00000000-0000-0000-0000-000000000000": {"filters": []}},
                 "global_filters": {"filters": [{"type": "metadata", "key": "city"}]}}
                """));
        assertThat(ann.patch(preset, "{\"name\": \"mine\"}").status()).isEqualTo(403);
        assertThat(ann.delete(preset).status()).isEqualTo(403);
        assertThat(SDK.patch(preset, "{\"filterPreset\": {\"global_filters\": {\"filters\": []}}}")
                        .status())
                .isEqualTo(200);
        assertThat(ann.get(preset).body().at("/global_filters/filters")).isEmpty();
        assertThat(SDK.delete(preset).text()).isEqualTo("null");
        assertThat(SDK.get(preset).status()).isEqualTo(403);
    }

    private static JsonNode json(String text) {
        return TestServer.json(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"local_filters\": {\"no-uuid\": {\"filters\": []}}}",
                "{\"global_filters\": {\"filters\": [1]}}",
                "{\"global_filters\": {\"filters\": [{\"a\": \"\\u0000\"}]}}",
            })
    void whatIsNoPresetIsRefused(String definition) {
        var refused = SDK.post("index/presets", "{\"name\": \"p\", \"filterPresetJson\": " + definition + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    }

    @Test
    void collectionsBelongToFoldersAtTheTop() {
        var top = folder();
        var below = SDK.post("storage/folders", "{\"name\": \"below\", \"parent\": \"" + top + "\"}")
                .body()
                .path("uuid")
                .asText();

        assertThat(SDK.post("index/collections?topLevelFolderUuid=" + below, "{\"name\": \"c\"}")
                        .status())
                .isEqualTo(400);
        assertThat(SDK.post("index/collections", "{\"name\": \"c\"}").status()).isEqualTo(400);
    }
}
