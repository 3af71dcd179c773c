package io.accession.client;

import io.accession.api.DataRow;
import io.accession.api.DataRowIds;
import io.accession.api.Dataset;
import io.accession.api.NewDataRows;
import io.accession.api.NewDataset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items chosen for a purpose. */
public final class Datasets {

    private final Connection connection;

    Datasets(Connection connection) {
        this.connection = connection;
    }

    /** Makes a dataset, whose administrator the asker is; one that mirrors a folder comes with one at the top, of the same name. */
    public Dataset create(NewDataset dataset) {
        return connection.post(Route.to("datasets"), dataset, Dataset.class);
    }

    /** A dataset, without its rows. */
    public Dataset read(UUID id) {
        return connection.read(Route.to("datasets", id), Dataset.class);
    }

    /** Those whose title contains the text, in upper or lower case; all of them when it is null. */
    public Listing<Dataset> list(@Nullable String search) {
        return new Listing<>(connection, Route.to("datasets").with("search", search), Dataset.class);
    }

    /** Removes a dataset with its rows. Items stay, and so does a mirrored folder, as an ordinary one. */
    public void remove(UUID id) {
        connection.delete(Route.to("datasets", id));
    }

    /** The items that are linked, in the order of their registration. */
    public Listing<DataRow> rows(UUID id) {
        return new Listing<>(connection, Route.to("datasets", id, "rows"), DataRow.class);
    }

    /** Links at most 10,000 items, all of them or none; gives the row of each, in their order. */
    public List<UUID> link(UUID id, NewDataRows rows) {
        return connection
                .post(Route.to("datasets", id, "rows"), rows, DataRowIds.class)
                .rows();
    }

    /** Takes at most 10,000 rows out, all of them or none. Their items stay, except those of a mirrored folder. */
    public void removeRows(UUID id, List<UUID> rows) {
        connection.send("POST", Route.to("datasets", id, "rows", "removals"), new DataRowIds(rows));
    }

    /** Who has which role in it. */
    public Sharing sharing(UUID id) {
        return new Sharing(connection, "datasets", id);
    }
}
