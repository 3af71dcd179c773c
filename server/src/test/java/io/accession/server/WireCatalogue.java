package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.registry.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server whose catalogue has something of everything that a call can name. */
final class WireCatalogue implements AutoCloseable {

    static final String IMAGE = "{\"mimeType\": \"image/jpeg\", \"fileSize\": 7, \"width\": 4, \"height\": 3}";

    private static final String CONTENTS = Stream.of(
                    "app_user",
                    "ssh_key",
                    "user_group",
                    "user_group_member",
                    "storage_integration",
                    "folder",
                    "folder_user",
                    "folder_group",
                    "item",
                    "item_history",
                    "item_member",
                    "data_group",
                    "dataset",
                    "dataset_item",
                    "collection",
                    "collection_item",
                    "filter_preset",
                    "metadata_schema",
                    "(SELECT j.id FROM upload_job j)",
                    "(SELECT r.id FROM sync_run r)")
            .map(table -> "(SELECT md5(string_agg(CAST(t AS text), '' ORDER BY CAST(t AS text))) FROM " + table + " t)")
            .collect(Collectors.joining(", ", "SELECT concat_ws(' ', ", ")"));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestServer server = new TestServer();
    private final WireCaller sdk = WireCaller.specified(server.port());
    private final Map<String, String> names = new HashMap<>();

    WireCatalogue() {
        WireCaller.add(server, "sdk@example.org", true, WireCaller.SPECIFIED_PUBLIC);
        names.put("integration", integration("files", false));
        names.put("strict", integration("strict", true));
        names.put("folder", folder("folder"));
        names.put("other", folder("other"));
        names.put("group", userGroup());
        names.put("job", register());
        var items = sdk.get("storage/folders/" + name("folder") + "/items?order=createdAt&pageSize=2")
                .body()
                .path("results");
        names.put("item", items.path(0).path("uuid").asText());
        names.put("composite", items.path(1).path("uuid").asText());
        names.put("collection", collection());
        names.put("preset", preset("{}"));
        addDatasets();
        addSync();
        addReencoding();
    }

    private void addSync() {
        names.put(
                "synced",
                sdk.post("storage/folders", filled("""
                                {"name": "synced", "cloudSyncedFolderParams": {"integrationUuid": "${integration}", "remoteUrl": "synced/"}}
                                """)).body().path("uuid").asText());
        names.put(
                "sync",
                sdk.post("storage/folders/" + name("synced") + "/cloud-synced-folder-syncs", "")
                        .body()
                        .asText());
    }

    private void addReencoding() {
        job(name("source"), """
                {"videos": [{"objectUrl": "s3://b/v.mp4", "title": "a video", "videoMetadata":
                   {"fps": 25, "duration": 1, "width": 4, "height": 3, "fileSize": 7, "mimeType": "video/mp4"}}]}
                """);
        var items = sdk.get("storage/folders/" + name("source") + "/items?search=a+video");
        names.put("video", items.body().path("results").path(0).path("uuid").asText());
        names.put(
                "reencoding",
                sdk.post(
                                "storage/items/reencode",
                                filled("{\"storageItems\": [\"${video}\"], \"forceFullReencoding\": false}"))
                        .body()
                        .asText());
        names.put("videos", dataset("videos", false).path("datasetUuid").asText());
        var rows = sdk.query(
                name("videos"),
                query(
                        "POST",
                        "datasetlinkitems",
                        "\"" + name("videos") + "\"",
                        filled("{\"item_uuids\": [\"${video}\"]}")));
        names.put("videorow", rows.body().at("/response/0/data_hash").asText());
    }

    /** Two datasets: one has two rows, the other mirrors a folder that two upload jobs can fill. */
    private void addDatasets() {
        names.put("source", folder("source"));
        job(name("source"), """
                {"images": [{"objectUrl": "s3://b/l1.jpg", "title": "linked", "imageMetadata": %1$s},
                            {"objectUrl": "s3://b/l2.jpg", "title": "free", "imageMetadata": %1$s}],
                 "imageGroups": [{"title": "linked group", "images": [{"url": "s3://b/l3.jpg", "imageMetadata": %1$s}]}]}
                """.formatted(IMAGE));
        var items = sdk.get("storage/folders/" + name("source") + "/items?order=createdAt")
                .body()
                .path("results");
        names.put("linked", items.path(0).path("uuid").asText());
        names.put("free", items.path(1).path("uuid").asText());
        names.put("arranged", dataGroup());
        names.put("dataset", dataset("dataset", false).path("datasetUuid").asText());
        var mirror = dataset("mirror", true);
        names.put("mirror", mirror.path("datasetUuid").asText());
        names.put("mirrored", mirror.path("backingFolderUuid").asText());
        var rows = sdk.query(
                        name("dataset"),
                        query(
                                "POST",
                                "datasetlinkitems",
                                "\"" + name("dataset") + "\"",
                                "{\"item_uuids\": [\"" + name("linked") + "\", \""
                                        + items.path(2).path("uuid").asText() + "\"]}"))
                .body()
                .path("response");
        names.put("row", rows.path(0).path("data_hash").asText());
        names.put("grouprow", rows.path(1).path("data_hash").asText());
        names.put(
                "mirrorjob",
                job(
                        name("mirrored"),
                        "{\"images\": [{\"objectUrl\": \"s3://b/m.jpg\", \"imageMetadata\": " + IMAGE + "}]}"));
    }

    /** Two items side by side. */
    private String dataGroup() {
        return sdk.post("storage/folders/" + name("source") + "/create-group-items", """
                        [{"layoutType": "custom", "layoutContents": {"a": "%s", "b": "%s"}, "settings": {"tile_settings": {"a": {}}},
                          "layout": {"direction": "row", "first": {"key": "a"}, "second": {"key": "b"}, "split_percentage": 30}}]
                        """.formatted(
                                name("linked"), name("free")))
                .body()
                .path(0)
                .asText();
    }

    JsonNode dataset(String title, boolean mirrors) {
        return sdk.post(
                        "datasets",
                        "{\"title\": \"" + title + "\", \"createBackingFolder\": " + mirrors
                                + ", \"legacyCall\": false}")
                .body();
    }

    /** The body of a query of the protocol's older half. */
    static String query(String method, String type, String uid, String payload) {
        return "{\"query_type\": \"" + type + "\", \"query_method\": \"" + method + "\", \"values\": {\"uid\": " + uid
                + ", \"payload\": " + payload + "}}";
    }

    /** Says what measuring a picture told. */
    void measured(String item, double brightness) {
        server.database().jdbi().useHandle(handle -> handle.execute("""
                        INSERT INTO item_quality (item_id, state, object_hash, brightness, contrast, sharpness, blur, colorfulness)
                        VALUES (CAST(? AS uuid), 'MEASURED', 0, ?, 0.1, 300, 0.5, 10)
                        """, item, brightness));
    }

    /** All that calls can change, in a form that can be compared. What background work changes is not looked at. */
    String contents() {
        return server.database()
                .jdbi()
                .withHandle(handle ->
                        handle.createQuery(CONTENTS).mapTo(String.class).one());
    }

    TestServer server() {
        return server;
    }

    /** Signs in as an administrator of the organisation. */
    WireCaller sdk() {
        return sdk;
    }

    String name(String of) {
        return names.getOrDefault(of, "");
    }

    /** With every <code>${…}</code> replaced. */
    String filled(String text) {
        var filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace("${" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** An integration of S3 that is strict reads nothing; a local one belongs to the administrator of the organisation. */
    private String integration(String title, boolean isStrict) {
        var token = sdk.get("user/bearer-token").body().path("token").asText();
        var settings = isStrict
                ? "{\"type\":\"s3\",\"region\":\"eu-west-1\",\"accessKeyId\":\"AKIA\",\"secretAccessKey\":\"secret\"}"
                : "{\"type\":\"local\",\"root\":\"" + server.localRoot() + "\"}";
        var added = server.post(
                token,
                "/api/v1/integrations",
                "{\"title\":\"" + title + "\",\"settings\":" + settings + ",\"strictClientOnly\":" + isStrict + "}");
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        return added.body().path("id").asText();
    }

    String folder(String name) {
        return sdk.post("storage/folders", "{\"name\": \"" + name + "\"}")
                .body()
                .path("uuid")
                .asText();
    }

    private String collection() {
        return sdk.post("index/collections?topLevelFolderUuid=" + name("folder"), "{\"name\": \"collection\"}")
                .body()
                .asText();
    }

    String preset(String definition) {
        return sdk.post("index/presets", "{\"name\": \"preset\", \"filterPresetJson\": " + definition + "}")
                .body()
                .asText();
    }

    /** A preset in our own filter language. */
    String presetOfOurs(String filter) {
        return server.post(
                        server.administrator(),
                        "/api/v1/filter-presets",
                        "{\"name\": \"ours\", \"filter\": " + filter + "}")
                .body()
                .path("id")
                .asText();
    }

    /** Returns once the index knows so many items of a folder. */
    void awaitIndex(int items, String folder) {
        var search = "{\"filter\": {\"folder\": \"" + folder + "\"}, \"limit\": 0}";
        var end = Instant.now().plus(PATIENCE);
        while (found(search) != items) {
            assertThat(Instant.now()).as("the index follows").isBefore(end);
        }
    }

    private int found(String search) {
        return server.post(server.administrator(), "/api/v1/search", search)
                .body()
                .path("total")
                .asInt(-1);
    }

    private String userGroup() {
        var asking = server.users().builtInAdministrator().asPrincipal();
        return server.groups().add(asking, "labellers", "").id().toString();
    }

    void addToGroup(String email) {
        var asking = server.users().builtInAdministrator().asPrincipal();
        var user = server.users()
                .list(asking, email, PageRequest.first())
                .results()
                .getFirst();
        server.groups().addMember(asking, UUID.fromString(name("group")), user.id());
    }

    /** An image and a group of two, with all that is to be known of them. */
    private String register() {
        return job(name("folder"), """
                {"images": [{"objectUrl": "s3://b/i.jpg", "title": "item", "imageMetadata": %1$s, "clientMetadata": {"n": 1}}],
                 "imageGroups": [{"title": "group item", "images": [{"url": "s3://b/1.jpg", "imageMetadata": %1$s},
                                                                    {"url": "s3://b/2.jpg", "imageMetadata": %1$s}]}]}
                """.formatted(
                        "{\"mimeType\": \"image/jpeg\", \"fileSize\": 7, \"width\": 4, \"height\": 3}"));
    }

    /** Registers a manifest and waits for its end. */
    String job(String folder, String manifest) {
        var jobs = "storage/folders/" + folder + "/data-upload-jobs";
        var started = sdk.post(
                jobs,
                "{\"externalFiles\": " + manifest + ", \"integrationHash\": \"" + name("strict")
                        + "\", \"ignoreErrors\": true}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        var job = UUID.fromString(started.body().asText());
        sdk.get(jobs + "/" + job + "?timeoutSeconds=604800");
        return job.toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
