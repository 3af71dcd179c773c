package io.accession.client;

import io.accession.api.Folder;
import io.accession.api.FolderChange;
import io.accession.api.FolderMove;
import io.accession.api.FolderQuality;
import io.accession.api.FolderSummary;
import io.accession.api.NewFolder;
import io.accession.api.SyncRun;
import io.accession.api.UploadJob;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where items live. */
public final class Folders {

    private final Connection connection;

    Folders(Connection connection) {
        this.connection = connection;
    }

    /** Makes a folder, whose administrator the asker is: at the top, or in a parent that the asker is an administrator of. */
    public Folder create(NewFolder folder) {
        return connection.post(Route.to("folders"), folder, Folder.class);
    }

    /** A folder as it is now, with the counts of its items. */
    public Folder read(UUID id) {
        return connection.read(Route.to("folders", id), Folder.class);
    }

    /** All folders whose name contains the text, in upper or lower case; all of them when it is null. */
    public Listing<Folder> list(@Nullable String search) {
        return new Listing<>(connection, Route.to("folders").with("search", search), Folder.class);
    }

    /** Those directly below a folder; those at the top for null. */
    public Listing<Folder> listBelow(@Nullable UUID parent) {
        var route = Route.to("folders").with("parent", parent == null ? "root" : parent);
        return new Listing<>(connection, route, Folder.class);
    }

    /** Starts a sync of a cloud-synced folder, or joins the one that is under way. It goes on whatever becomes of this client. */
    public SyncRun sync(UUID id) {
        return connection.post(Route.to("folders", id, "syncs"), SyncRun.class);
    }

    /** How a sync stands. */
    public SyncRun readSync(UUID id, UUID sync) {
        return connection.read(Route.to("folders", id, "syncs", sync), SyncRun.class);
    }

    /** Stays with a sync until it has ended; {@code progress} is told whenever something has changed. */
    public SyncRun watchSync(UUID id, UUID sync, Consumer<SyncRun> progress) {
        return new Polling<>(
                        connection.server(),
                        () -> readSync(id, sync),
                        run -> run.state() != UploadJob.State.PENDING,
                        progress)
                .untilEnded();
    }

    /** Ends a sync and its upload jobs. What was registered stays; a sync that has ended is answered as it is. */
    public SyncRun cancelSync(UUID id, UUID sync) {
        return connection.post(Route.to("folders", id, "syncs", sync, "cancel"), SyncRun.class);
    }

    /** Changes name, description or client metadata of a folder. What the change does not name stays. */
    public Folder change(UUID id, FolderChange change) {
        return connection.patch(Route.to("folders", id), change, Folder.class);
    }

    /** Moves folders into another one, or to the top: all or none. Asks for administrators of all of them and of where they go. */
    public void move(FolderMove move) {
        connection.send("POST", Route.to("folders", "move"), move);
    }

    /** How many pictures of the folder and below were measured. */
    public FolderQuality quality(UUID id) {
        return connection.read(Route.to("folders", id, "quality"), FolderQuality.class);
    }

    /** Has pictures measured that were not, and those that could not be. It goes on whatever becomes of this client. */
    public FolderQuality measure(UUID id) {
        return connection.post(Route.to("folders", id, "quality"), FolderQuality.class);
    }

    /** Counts what lies directly in a folder, by kind, with the bytes of all objects. */
    public FolderSummary summarize(UUID id) {
        return connection.read(Route.to("folders", id, "summary"), FolderSummary.class);
    }

    /** Removes a folder, the folders below it and all items in them. Objects in storage are not touched; jobs that run into it end. */
    public void remove(UUID id) {
        connection.delete(Route.to("folders", id));
    }

    /** Who has which role in it. */
    public Sharing sharing(UUID id) {
        return new Sharing(connection, "folders", id);
    }
}
