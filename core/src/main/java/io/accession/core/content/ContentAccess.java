package io.accession.core.content;

import io.accession.core.content.ContentStore.Kept;
import io.accession.core.content.ContentStore.NewContent;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemKind;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.core.search.SearchableItem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the contents of items where their integrations allow it. An object that cannot be read is noted, and tried again only where that may help. */
public final class ContentAccess {

    private static final Logger LOG = LoggerFactory.getLogger(ContentAccess.class);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final long KEPT_BYTES = 8 << 20;
    private static final ReadContent CLOSED =
            new ReadContent.Unreadable("The storage integration does not let this server read any more.");

    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final ObjectStores stores;
    private final Map<ItemKind, ContentReader> readers;

    public ContentAccess(
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            ObjectStores stores,
            Map<ItemKind, ContentReader> readers) {
        this.integrations = integrations;
        this.stores = stores;
        this.readers = Map.copyOf(readers);
    }

    /** Empty when there is nothing new to read, or when it must not be read. */
    Optional<NewContent> read(SearchableItem item, @Nullable Kept kept) {
        var reader = readers.get(item.kind());
        if (reader == null || item.objectUrl() == null || item.integration() == null) {
            return Optional.empty();
        }
        var source = source(item);
        boolean isKnown = kept != null && source.equals(kept.source());
        if (kept != null && isKnown && !kept.isDue()) {
            return Optional.empty();
        }
        int attempt = kept != null && isKnown ? kept.attempts() + 1 : 1;
        var integration = integrations.apply(item.integration()).filter(readable -> !readable.strictClientOnly());
        if (integration.isPresent()) {
            return Optional.of(noted(item, source, content(reader, integration.get(), item.objectUrl()), attempt));
        }
        return isKnown ? Optional.of(noted(item, source, CLOSED, attempt)) : Optional.empty();
    }

    /** Other bytes behind the same URL have another length, as a rule, and are known by that. */
    private static String source(SearchableItem item) {
        var facts = item.facts();
        return Saying.digest(
                item.integration() + "\n" + item.objectUrl() + "\n" + (facts == null ? -1 : facts.bytes()));
    }

    private static NewContent noted(SearchableItem item, String source, ReadContent content, int attempt) {
        var again = content instanceof ReadContent.Unreachable && attempt < ATTEMPTS
                ? FIRST_PAUSE.multipliedBy(1L << (2 * attempt))
                : null;
        return new NewContent(item.id(), source, content, attempt, again);
    }

    /** One object that fails must not keep the others from being read. */
    private ReadContent content(ContentReader reader, StorageIntegration integration, String url) {
        try {
            return located(reader, integration, url);
        } catch (RuntimeException e) {
            LOG.warn("an object could not be read: {}", e.getMessage());
            LOG.debug("the failure", e);
            return new ReadContent.Unreachable("This server failed to read the object.");
        }
    }

    private ReadContent located(ContentReader reader, StorageIntegration integration, String url) {
        return switch (ObjectUrls.resolve(url, integration.addressing())) {
            case Resolution.Located(ObjectLocation location) ->
                reader.read(StoredObjectView.passing(stores.open(integration), location, reader.budget(), KEPT_BYTES));
            case Resolution.Refused(var failure) -> new ReadContent.Unreadable(failure.message());
        };
    }
}
