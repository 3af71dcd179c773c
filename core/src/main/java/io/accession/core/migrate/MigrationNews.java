package io.accession.core.migrate;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes what is to be told of a migration while it goes on, from one thread. Failing ends the migration before anything changes. */
public interface MigrationNews {

    /** From time to time: how many of the chosen items have been looked at. */
    void looked(long items) throws IOException;

    /** An item that cannot migrate. */
    void failed(Refused refused) throws IOException;

    /** An item that will name the object of another one in its folder. */
    void duplicate(Twin twin) throws IOException;

    /**
     * What cannot migrate, and why.
     *
     * @param item null when none was found
     * @param url what the item has, or was asked for by
     * @param newUrl null when the URL stays
     */
    record Refused(
            @Nullable ItemId item,
            @Nullable String url,
            @Nullable String newUrl,
            Failure failure) {}

    /** An item and the one that has its new object, too; the new URL is null for a composite. */
    record Twin(ItemId item, @Nullable String newUrl, ItemId other) {}
}
