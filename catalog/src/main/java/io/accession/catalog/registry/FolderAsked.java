package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.registry.Principal;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Somebody wants to look into a folder. */
record FolderAsked(Principal asking, FolderId folder) {

    /** A statement about all of them, by {@code :folders}, {@code :asking} and {@code :administrators}, arrays of one length. */
    static Query query(Handle handle, String statement, List<FolderAsked> asked) {
        return handle.createQuery(statement)
                .bind(
                        "folders",
                        SqlArrays.uuids(
                                handle, asked.stream().map(one -> one.folder().value())))
                .bind(
                        "asking",
                        SqlArrays.uuids(
                                handle,
                                asked.stream().map(one -> one.asking().id().value())))
                .bind(
                        "administrators",
                        SqlArrays.flags(
                                handle, asked.stream().map(one -> one.asking().isAdministrator())));
    }
}
