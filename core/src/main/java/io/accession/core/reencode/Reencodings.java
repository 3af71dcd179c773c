package io.accession.core.reencode;

import io.accession.core.domain.ItemId;
import io.accession.core.registry.Principal;
import java.util.List;

/** The re-encodings there are. */
public interface Reencodings {

    int MOST_ITEMS = 1_000;

    /**
     * Asks for items to be made anew; an answered request survives the death of every process. An item that is missing, or lies in a folder
     * that the asker does not administrate, is a {@code NotFoundOrForbidden}, one that was registered through an integration that is gone or forbidden as well; no items, more than
     * {@value #MOST_ITEMS} of them, and those that are no videos are {@code Invalid}. Nothing is kept then. Items named twice count once.
     */
    Reencoding start(Principal asking, List<ItemId> items, boolean force);

    /** One that is missing, or that somebody else asked for, is a {@code NotFoundOrForbidden} to all but administrators. */
    Reencoding read(Principal asking, ReencodingId reencoding);
}
