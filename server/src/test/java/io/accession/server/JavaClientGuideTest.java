package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.api.CollectionEdit;
import io.accession.api.FilterPresetEdit;
import io.accession.api.Json;
import io.accession.api.MetadataMode;
import io.accession.api.NewCollection;
import io.accession.api.NewDataset;
import io.accession.api.NewFilterPreset;
import io.accession.api.NewFolder;
import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.NewRole;
import io.accession.api.NewUserGroup;
import io.accession.client.AccessionClient;
import io.accession.client.FileUpload;
import io.accession.client.Manifest;
import io.accession.client.RequestRefusedException;
import io.accession.client.ScalarType;
import io.accession.client.SigningKey;
import io.accession.core.registry.SshPublicKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what {@code docs/guides/java-client.md} shows. */
final class JavaClientGuideTest {

    private static final TestServer SERVER = new TestServer();

    @TempDir
    private Path directory;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String address() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    @Test
    void everyExampleOfTheGuideIsPartOfThisTest() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "guides", "java-client.md"));
        var source = squeezed(Files.readString(
                Path.of("src", "test", "java", "io", "accession", "server", "JavaClientGuideTest.java")));

        var examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(example -> squeezed(example.group(1)))
                .toList();

        assertThat(examples)
                .hasSize(10)
                .allSatisfy(example -> assertThat(source).contains(example));
    }

    /** How lines are broken and indented does not matter. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void aScriptRegistersAndChangesWhatItHasRegistered() throws IOException {
        var server = address();
        var token = SERVER.administrator();
        var client = AccessionClient.connect(URI.create(server), token);
        var integration = client.integrations()
                .add(new NewIntegration("web", new NewIntegrationSettings.Direct(), true, false, null))
                .id();
        var manifestFile = Files.writeString(directory.resolve("manifest.json"), """
                {"images": [
                  {"objectUrl": "https://example.org/a.jpg", "imageMetadata":
                    {"mimeType": "image/jpeg", "fileSize": 7, "width": 4, "height": 3},
                   "clientMetadata": {"weather": "fog"}},
                  {"objectUrl": "https://example.org/b.jpg"}]}
                """);

        client.schema()
                .edit()
                .addScalar("recorded", ScalarType.DATETIME)
                .addScalar("speed", ScalarType.NUMBER)
                .addEnum("weather", "rain", "sun")
                .addEmbedding("clip", 3)
                .addGeospatial("where")
                .save();
        client.schema()
                .edit()
                .addEnumOptions("weather", "snow")
                .deleteKey("speed")
                .save();
        client.schema().edit().restoreKey("speed").save();

        var folder = client.folders().create(new NewFolder("drives", null, null));
        var manifest = Manifest.of(manifestFile).skippingDuplicateUrls().upsertingMetadata();
        var job = client.jobs().register(folder.id(), integration, true, manifest);
        var ended = client.jobs()
                .watch(
                        job.id(),
                        progress -> System.out.println(progress.counts().registered()));
        client.jobs().failures(ended.id()).stream().forEach(failure -> System.out.println(failure.message()));

        try (var bundle = client.items().bundle();
                var items = client.items().list(folder.id(), null, "image").stream()) {
            items.forEach(item -> bundle.update(
                    item.id(), Json.lenient().createObjectNode().put("weather", "snow"), MetadataMode.MERGE));
        }

        var item = client.items().list(folder.id(), null, null).stream()
                .findFirst()
                .orElseThrow()
                .id();
        var reviewed = Json.lenient().createObjectNode().put("reviewed", false);
        client.items().updateFolder(folder.id(), true, reviewed, MetadataMode.IF_ABSENT, progress -> {});

        client.items().history(item).stream()
                .forEach(past -> System.out.println(past.replacedBy() + " " + past.clientMetadata()));
        client.schema().violations(folder.id()).stream()
                .forEach(one -> System.out.println(one.title() + " " + one.violations()));

        assertThat(ended.counts().registered()).isEqualTo(1);
        assertThat(ended.counts().failed()).isEqualTo(1);
        assertThat(client.items().read(item).violations()).isEmpty();
        assertThat(client.items().read(item).clientMetadata())
                .isEqualTo(TestServer.json("{\"weather\": \"snow\", \"reviewed\": false}"));
        assertThat(client.items().history(item).stream()).hasSize(2);
        assertThat(client.schema().read().fields().at("/weather/values")).hasSize(3);
        assertThat(client.schema().read().fields().at("/speed/hint").asText()).isEqualTo("number");
    }

    @Test
    void filesFromOnesOwnDiskBecomeItemsAndRows() throws IOException {
        var client = SERVER.client();
        var folder = client.folders().create(new NewFolder("own", null, null));
        var dataset =
                client.datasets().create(new NewDataset("chosen", null, null)).id();
        var photo = Path.of("..", "samples", "images", "dawn.jpg");
        var notes = Files.writeString(directory.resolve("notes.txt"), "at noon");

        var upload =
                FileUpload.of(List.of(photo, notes)).forDataset(dataset).telling(bytes -> System.out.println(bytes));
        var uploaded = client.jobs().upload(folder.id(), upload);

        var ended = client.jobs().watch(uploaded.id(), _ -> {});
        assertThat(ended.counts().registered()).as("%s", ended).isEqualTo(2);
        assertThat(client.datasets().rows(dataset).stream()
                        .map(row -> row.item().title()))
                .containsExactlyInAnyOrder("dawn.jpg", "notes.txt");
    }

    @Test
    void rolesAreTakenAwayAndWhatIsKeptIsChanged() {
        var client = SERVER.client();
        var folder =
                client.folders().create(new NewFolder("shared", null, null)).id();
        var group =
                client.groups().create(new NewUserGroup("night shift", null)).id();

        var sharing = client.folders().sharing(folder);
        sharing.grant(new NewRole(null, group, "user"));
        sharing.revokeFromGroup(group);
        var filter = Json.lenient().createObjectNode().put("field", "width").put("atLeast", 1920);
        var preset = client.presets().create(new NewFilterPreset("wide", null, filter));
        client.presets().edit(preset.id(), new FilterPresetEdit("wide images", null, null));
        var made = client.collections()
                .create(new NewCollection(folder, "benchmark", null, null))
                .collection();
        client.collections().edit(made.id(), new CollectionEdit("benchmark 2026", "for the second run"));

        assertThat(sharing.roles().groups()).isEmpty();
        var edited = client.presets().read(preset.id());
        assertThat(edited.name()).isEqualTo("wide images");
        assertThat(edited.filter()).isEqualTo(filter);
        assertThat(client.collections().read(made.id()).description()).isEqualTo("for the second run");
    }

    @Test
    void aKeyOpensTheSameDoors() throws IOException {
        WireCaller.add(SERVER, "signer@example.org", false, WireCaller.SPECIFIED_PUBLIC);
        var server = address();
        var keyFile = Files.writeString(directory.resolve("id_ed25519"), openSshKey(WireCaller.SPECIFIED_SEED, "none"));

        var client = AccessionClient.connect(URI.create(server), SigningKey.of(keyFile));

        var folder = client.folders().create(new NewFolder("signed", null, null));
        assertThat(client.folders().read(folder.id()).role()).isEqualTo("admin");
    }

    @Test
    void aKeyThatNobodyHasAddedIsRefused() throws IOException {
        var seed = new byte[32];
        var key = SigningKey.ofText(openSshKey(seed, "none"));
        var client = AccessionClient.connect(URI.create(address()), key);

        assertThatThrownBy(() -> client.folders().list(null).page(null, 1))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("ignature");
    }

    @Test
    void aTokenIsNotTradedForAToken() {
        assertThat(SERVER.post(SERVER.administrator(), "/api/v1/signed-token", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoUsableKeySaysSo() throws IOException {
        var locked = openSshKey(WireCaller.SPECIFIED_SEED, "aes256-ctr");

        assertThatThrownBy(() -> SigningKey.ofText(locked)).hasMessageContaining("passphrase");
        assertThatThrownBy(() -> SigningKey.ofText("-----BEGIN PRIVATE KEY-----"))
                .hasMessageContaining("ssh-keygen");
        assertThatThrownBy(() -> SigningKey.ofText(locked.substring(0, 80) + "\n-----END OPENSSH PRIVATE KEY-----"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** As ssh-keygen writes it. */
    private static String openSshKey(byte[] seed, String cipher) throws IOException {
        var publicKey = SshPublicKey.parse(WireCaller.SPECIFIED_PUBLIC).raw();
        var pair = new ByteArrayOutputStream();
        pair.write(seed);
        pair.write(publicKey);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("openssh-key-v1\0");
        string(out, text(cipher));
        string(out, text("none"));
        string(out, new byte[0]);
        out.writeInt(1);
        string(out, publicPart(publicKey));
        string(out, privatePart(publicKey, pair.toByteArray()));
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes.toByteArray())
                + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private static byte[] publicPart(byte[] publicKey) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        string(out, text("ssh-ed25519"));
        string(out, publicKey);
        return bytes.toByteArray();
    }

    private static byte[] privatePart(byte[] publicKey, byte[] pair) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(7);
        out.writeInt(7);
        out.write(publicPart(publicKey));
        string(out, pair);
        string(out, text("comment"));
        return bytes.toByteArray();
    }

    private static void string(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
