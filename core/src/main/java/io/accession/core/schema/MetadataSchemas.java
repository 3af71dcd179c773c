package io.accession.core.schema;

import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organisation's metadata schema and all that it was before. Everybody reads it; administrators of the organisation save it. */
public interface MetadataSchemas {

    /** The schema in force; empty as long as none was saved. */
    Optional<SchemaVersion> current();

    /** A version that is not there is a {@code NotFoundOrForbidden}. */
    SchemaVersion version(int number);

    /** The newest first. */
    Page<SchemaVersion> history(PageRequest page);

    /**
     * Replaces the whole schema; one that is as the schema in force makes no new version.
     *
     * @param basedOn a version that still has to be in force, 0 for none, or it is a {@code Conflict}; null replaces whatever is there
     * @see MetadataSchema#replacedBy
     */
    SchemaVersion save(Principal asking, Wanted wanted, @Nullable Integer basedOn);

    /** What {@link #save} would put in force, or why it would not; saves nothing. */
    MetadataSchema preview(Principal asking, Wanted wanted, @Nullable Integer basedOn);

    /** The schema that somebody wants, given the one in force. May be asked more than once. */
    @FunctionalInterface
    interface Wanted {
        MetadataSchema given(MetadataSchema current);
    }
}
