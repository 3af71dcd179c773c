package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.api.ItemSummary;
import io.accession.api.MigrationEvent;
import io.accession.api.MigrationEvent.Duplicate;
import io.accession.api.MigrationEvent.Ended;
import io.accession.api.MigrationEvent.Refused;
import io.accession.api.NewFolder;
import io.accession.api.NewFolderSync;
import io.accession.api.NewMigration;
import io.accession.api.NewMigration.Prefix;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.RequestRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that get other storage integrations and URLs, and are themselves nevertheless. */
final class MigrationTest {

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Catalogue CATALOGUE = new Catalogue(DATABASE.jdbi());
    private static OwnServer server;
    private static Visitor visitor;

    private Path before;
    private Path after;
    private UUID folder;
    private UUID from;
    private UUID to;

    @BeforeAll
    static void start() {
        server = OwnServer.start(data, DATABASE.address());
        visitor = server.visitor();
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    @BeforeEach
    void makeStorages() throws IOException {
        before = Files.createTempDirectory(data, "before").toRealPath();
        after = Files.createTempDirectory(data, "after").toRealPath();
        folder = visitor.folder();
        from = visitor.directory(before);
        to = visitor.directory(after);
    }

    private static void picture(Path root, String name, int width) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.write(root.resolve(name), Pictures.png(width, 3));
    }

    private void register(String... names) {
        var manifest = new StringBuilder("{\"skip_duplicate_urls\": true, \"images\": [");
        for (var name : names) {
            manifest.append(manifest.toString().endsWith("[") ? "" : ", ")
                    .append("{\"objectUrl\": \"")
                    .append(name)
                    .append("\"}");
        }
        visitor.register(folder, from, ATOMIC, manifest.append("]}").toString());
    }

    private static List<MigrationEvent> migrate(NewMigration migration) {
        var events = new ArrayList<MigrationEvent>();
        visitor.client().items().migrate(migration, events::add);
        events.removeIf(MigrationEvent.Progress.class::isInstance);
        return events;
    }

    private NewMigration everything(@Nullable Prefix prefix) {
        return new NewMigration(from, to, folder, prefix, null, null);
    }

    private List<ItemSummary> items(@Nullable String kind) {
        return visitor.client().items().list(folder, null, kind).stream().toList();
    }

    private List<String> urls() {
        return items("image").stream().map(ItemSummary::objectUrl).toList();
    }

    @Test
    void itemsAreTheSameUnderTheirNewUrlsAndAreFoundByThem() throws IOException {
        picture(before, "old/a.png", 4);
        picture(before, "old/b.png", 5);
        picture(before, "other.png", 6);
        register("old/a.png", "old/b.png", "other.png");
        var registered = items("image");
        picture(after, "new/a.png", 4);
        picture(after, "new/b.png", 5);

        var events = migrate(everything(new Prefix("old/", "new/")));

        assertThat(events).containsExactly(new Ended(2, 0, 2, 0, 0, 2));
        assertThat(items("image"))
                .extracting(ItemSummary::id)
                .isEqualTo(registered.stream().map(ItemSummary::id).toList());
        assertThat(urls()).containsExactly("new/a.png", "new/b.png", "other.png");
        assertThat(CATALOGUE.replacedObjects(registered.getFirst().id())).containsExactly("old/a.png");
        var again = visitor.register(
                folder, to, ATOMIC, "{\"skip_duplicate_urls\": true, \"images\": [{\"objectUrl\": \"new/a.png\"}]}");
        assertThat(again.counts().known()).isEqualTo(1);
        assertThat(items("image")).hasSize(3);
    }

    @Test
    void oneObjectThatIsMissingOrAnotherKeepsAllItemsWhereTheyAre() throws IOException {
        picture(before, "a.png", 4);
        picture(before, "b.png", 5);
        picture(before, "c.png", 6);
        register("a.png", "b.png", "c.png");
        var unchanged = CATALOGUE.items(folder);
        picture(after, "a.png", 4);
        picture(after, "b.png", 500);

        var events = migrate(everything(null));

        assertThat(events.subList(0, 2))
                .extracting(event -> ((Refused) event).code() + " " + ((Refused) event).objectUrl())
                .containsExactly("OBJECT_DIFFERS b.png", "OBJECT_NOT_FOUND c.png");
        assertThat(events.getLast()).isEqualTo(new Ended(3, 0, 3, 2, 0, 0));
        assertThat(CATALOGUE.items(folder)).isEqualTo(unchanged);
    }

    @Test
    void withoutAskingTheStorageItemsMigrateToWhatIsNotThereYet() throws IOException {
        picture(before, "a.png", 4);
        register("a.png");

        var planned = migrate(new NewMigration(from, to, folder, null, false, true));
        var events = migrate(new NewMigration(from, to, folder, null, false, null));

        assertThat(planned).containsExactly(new Ended(1, 0, 0, 0, 0, 0));
        assertThat(events).containsExactly(new Ended(1, 0, 0, 0, 0, 1));
        assertThat(migrate(new NewMigration(to, to, folder, null, null, null)))
                .containsExactly(new Ended(1, 1, 0, 0, 0, 0));
    }

    @Test
    void anItemMayTakeThePlaceOfOneThatMigratesToo() throws IOException {
        for (var name : new String[] {"a.png", "a0.png", "a00.png"}) {
            picture(before, name, 4);
        }
        register("a00.png", "a0.png");

        var events = migrate(new NewMigration(from, null, folder, new Prefix("a0", "a"), null, null));

        assertThat(events).containsExactly(new Ended(2, 0, 2, 0, 0, 2));
        assertThat(urls()).containsExactly("a0.png", "a.png");
        register("a.png", "a0.png");
        assertThat(urls()).hasSize(2);
    }

    @Test
    void twoItemsOfOneObjectStayTwoAndAreTold() throws IOException {
        picture(before, "a/x.png", 4);
        picture(before, "b/x.png", 4);
        register("a/x.png", "b/x.png");
        var items = items("image");

        var events = migrate(new NewMigration(from, null, folder, new Prefix("b/", "a/"), null, null));

        assertThat(events)
                .containsExactly(
                        new Duplicate(
                                items.getLast().id(),
                                "a/x.png",
                                items.getFirst().id()),
                        new Ended(1, 0, 1, 0, 1, 1));
        assertThat(urls()).containsExactly("a/x.png", "a/x.png");
        register("a/x.png");
        assertThat(items("image")).hasSize(2);
    }

    @Test
    void aGroupGoesWithItsFramesAndIsFoundByTheirNewUrls() throws IOException {
        var group = """
                {"skip_duplicate_urls": true,
                 "image_groups": [{"title": "g", "objectUrl_0": "1.png", "objectUrl_1": "2.png"}]}""";
        picture(before, "1.png", 4);
        picture(before, "2.png", 5);
        visitor.register(folder, from, ATOMIC, group);
        picture(after, "in/1.png", 4);
        picture(after, "in/2.png", 5);

        var events = migrate(everything(null));
        var moved = migrate(new NewMigration(from, to, folder, new Prefix("1", "in/1"), null, null));
        var rest = migrate(new NewMigration(from, to, folder, new Prefix("2", "in/2"), null, null));

        assertThat(events.getLast()).isEqualTo(new Ended(3, 0, 2, 2, 0, 0));
        assertThat(moved).containsExactly(new Ended(1, 0, 1, 0, 0, 1));
        assertThat(rest).containsExactly(new Ended(1, 0, 1, 0, 0, 1));
        assertThat(migrate(everything(null))).containsExactly(new Ended(0, 0, 0, 0, 0, 0));
        var again = visitor.register(
                folder, to, ATOMIC, group.replace("1.png", "in/1.png").replace("2.png", "in/2.png"));
        assertThat(again.counts().known()).isEqualTo(1);
    }

    @Test
    void anItemOfASyncedFolderStaysWithWhatIsSynced() throws IOException {
        picture(before, "in/a.png", 4);
        folder = visitor.client()
                .folders()
                .create(new NewFolder("synced", null, null, new NewFolderSync(from, "in/", false, null)))
                .id();
        var run = visitor.client().folders().sync(folder);
        visitor.client().folders().watchSync(folder, run.id(), _ -> {});
        picture(after, "in/a.png", 4);

        var refused = (Refused) migrate(everything(null)).getFirst();

        assertThat(refused.code()).isEqualTo("ITEM_NOT_MOVABLE");
        assertThat(refused.message()).contains("synced");
    }

    @Test
    void whoAdministersNothingMigratesNothing() throws IOException {
        picture(before, "a.png", 4);
        register("a.png");
        var stranger = visitor.stranger();
        var own = stranger.publicWeb();

        assertThatThrownBy(() -> stranger.client()
                        .items()
                        .migrate(new NewMigration(from, own, folder, null, false, null), _ -> {}))
                .isInstanceOf(RequestRefusedException.class);
        var events = new ArrayList<MigrationEvent>();
        stranger.client().items().migrate(new NewMigration(from, own, null, null, false, null), events::add);
        assertThat(events).containsExactly(new Ended(0, 0, 0, 0, 0, 0));
        assertThat(urls()).containsExactly("a.png");
    }

    @Test
    void anOrderThatSaysTooLittleIsRefusedWithItsCure() {
        var strict = visitor.strictDirectory(after);

        assertThatThrownBy(() -> migrate(new NewMigration(from, null, folder, null, null, null)))
                .hasMessageContaining("Say to which storage integration");
        assertThatThrownBy(() -> migrate(new NewMigration(from, to, folder, new Prefix("", "x"), null, null)))
                .hasMessageContaining("is not valid");
        assertThatThrownBy(() -> migrate(new NewMigration(from, strict, folder, null, null, null)))
                .hasMessageContaining("without that check");
        assertThatThrownBy(() -> migrate(new NewMigration(from, UUID.randomUUID(), folder, null, null, null)))
                .hasMessageContaining("There is no storage integration");
    }

    @Test
    void objectsOutsideOfTheNewIntegrationAreRefusedOneByOne() throws IOException {
        picture(before, "a.png", 4);
        register("a.png");

        var refused =
                (Refused) migrate(everything(new Prefix("a", "s3://fleet/a"))).getFirst();

        assertThat(refused.code()).isEqualTo("URL_OUTSIDE_INTEGRATION");
        assertThat(refused.newUrl()).isEqualTo("s3://fleet/a.png");
    }
}
