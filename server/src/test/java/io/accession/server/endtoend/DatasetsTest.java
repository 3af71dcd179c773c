package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.api.DataRow;
import io.accession.api.Dataset;
import io.accession.api.ItemSummary;
import io.accession.api.NewDataRows;
import io.accession.api.NewDataRows.Duplicates;
import io.accession.api.NewDataset;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.RequestRefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets through the REST interface and the Java client. */
final class DatasetsTest {

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static OwnServer server;
    private static Visitor visitor;

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

    private static Dataset dataset(String title, boolean mirrors) {
        return visitor.client().datasets().create(new NewDataset(title, "about " + title, mirrors));
    }

    private static List<UUID> images(UUID folder, int count) {
        var manifest = new StringBuilder("{\"images\": [");
        for (int i = 0; i < count; i++) {
            manifest.append(i == 0 ? "" : ",").append("""
                    {"objectUrl": "%d.jpg", "imageMetadata": {"mimeType": "image/jpeg", "fileSize": 7, "width": 4, "height": 3}}
                    """.formatted(i));
        }
        visitor.register(
                folder,
                visitor.strictDirectory(data),
                ATOMIC,
                manifest.append("]}").toString());
        return visitor.client().items().list(folder, null, null).stream()
                .map(ItemSummary::id)
                .toList();
    }

    private static List<UUID> itemsIn(Dataset dataset) {
        return visitor.client().datasets().rows(dataset.id()).stream()
                .map(row -> row.item().id())
                .toList();
    }

    @Test
    void aDatasetIsFoundByPartOfItsTitle() {
        var dataset = dataset("Night 100% drives", false);

        var found = visitor.client().datasets().list("night 100%").stream().toList();

        assertThat(found).containsExactly(dataset);
        assertThat(visitor.client().datasets().read(dataset.id())).isEqualTo(dataset);
        assertThat(dataset.role()).isEqualTo("admin");
        assertThat(visitor.client().datasets().list("night 100_").stream()).isEmpty();
    }

    @Test
    void itemsAreLinkedOnceUnlessAskedOtherwise() {
        var dataset = dataset("linked", false);
        var items = images(visitor.folder(), 3);
        var datasets = visitor.client().datasets();

        var first = datasets.link(dataset.id(), new NewDataRows(items, null));
        var again = datasets.link(dataset.id(), new NewDataRows(items, Duplicates.SKIP));
        datasets.link(dataset.id(), new NewDataRows(items.subList(0, 1), Duplicates.DUPLICATE));

        assertThat(first).hasSize(3);
        assertThat(again).isEqualTo(first);
        assertThat(itemsIn(dataset)).hasSize(4).hasSameElementsAs(items);
        assertThatThrownBy(() -> datasets.link(dataset.id(), new NewDataRows(items, Duplicates.FAIL)))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void rowsAreTakenOutAndTheirItemsStay() {
        var dataset = dataset("shrinking", false);
        var folder = visitor.folder();
        var items = images(folder, 2);
        var rows = visitor.client().datasets().link(dataset.id(), new NewDataRows(items, null));

        visitor.client().datasets().removeRows(dataset.id(), rows.subList(0, 1));

        assertThat(itemsIn(dataset)).isEqualTo(items.subList(1, 2));
        assertThat(visitor.titles(folder)).hasSize(2);
        assertThatThrownBy(() -> visitor.client().datasets().removeRows(dataset.id(), rows))
                .isInstanceOf(RequestRefusedException.class);
        assertThatThrownBy(() -> visitor.client().datasets().removeRows(dataset.id(), List.of()))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void aMirroringDatasetHasTheItemsOfItsFolder() {
        var dataset = dataset("mirror", true);
        var folder = dataset.folderId();

        assertThat(folder).isNotNull();
        var items = images(folder, 2);

        assertThat(visitor.client().datasets().rows(dataset.id()).stream().map(DataRow::id))
                .containsExactlyElementsOf(items);
    }

    @Test
    void aRemovedDatasetLeavesItsItems() {
        var dataset = dataset("short-lived", false);
        var folder = visitor.folder();
        visitor.client().datasets().link(dataset.id(), new NewDataRows(images(folder, 1), null));

        visitor.client().datasets().remove(dataset.id());

        assertThat(visitor.titles(folder)).hasSize(1);
        assertThatThrownBy(() -> visitor.client().datasets().read(dataset.id()))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void nobodyElseSeesIt() {
        var dataset = dataset("private", false);
        var stranger = visitor.stranger().client().datasets();

        assertThat(stranger.list(null).stream()).isEmpty();
        assertThatThrownBy(() -> stranger.rows(dataset.id()).stream().toList())
                .isInstanceOf(RequestRefusedException.class);
        assertThatThrownBy(() -> stranger.remove(dataset.id())).isInstanceOf(RequestRefusedException.class);
    }
}
