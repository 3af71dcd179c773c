package io.accession.core.content;

import io.accession.core.content.ContentStore.Gain;
import io.accession.core.content.ContentStore.Kept;
import io.accession.core.content.ContentStore.NewContent;
import io.accession.core.content.ContentStore.NewMeaning;
import io.accession.core.domain.ItemId;
import io.accession.core.embedding.TextEncoder;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import io.accession.core.search.SearchableItem;
import io.accession.core.work.RenewedLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change feed and finds out what items say and mean, a batch at a time; one process reads while others wait. What is known is not read
 * again: neither after a crash, which costs one batch, nor when the feed is read from its start because circumstances changed.
 */
public final class ItemReading {

    private static final int BATCH = 200;

    private final ChangeFeed feed;
    private final ContentStore store;
    private final Supplier<Optional<SchemaVersion>> schemas;
    private final @Nullable ContentAccess access;
    private final @Nullable TextEncoder encoder;

    /** Without {@code access} nothing is read, without {@code encoder} nothing is understood. */
    public ItemReading(
            ChangeFeed feed,
            ContentStore store,
            Supplier<Optional<SchemaVersion>> schemas,
            @Nullable ContentAccess access,
            @Nullable TextEncoder encoder) {
        this.feed = feed;
        this.store = store;
        this.schemas = schemas;
        this.access = access;
        this.encoder = encoder;
    }

    /** Takes up some changes; false when there are none, or when somebody else is at it. */
    public boolean readNext() {
        var schema = schemas.get();
        var under = under(schema);
        var mark = store.mark(under);
        if (feed.countBehind(mark, 1) == 0) {
            return store.remind(BATCH) > 0;
        }
        var claim = store.claim(under, RenewedLease.LENGTH);
        if (claim == null) {
            return false;
        }
        try (var _ = new RenewedLease("reading items", () -> store.renew(claim, RenewedLease.LENGTH))) {
            var begin = store.mark(under); // somebody else may have read on meanwhile
            var batch = feed.read(begin, BATCH);
            store.keep(claim, gain(batch, schema.map(SchemaVersion::schema).orElseGet(MetadataSchema::empty)));
            return moved(begin, batch);
        }
    }

    /** The feed keeps back what transactions that still run may come before. */
    private static boolean moved(FeedMark begin, FeedBatch batch) {
        return !batch.end().equals(begin);
    }

    private String under(Optional<SchemaVersion> schema) {
        return String.join(
                "; ",
                feed.state().catalogue(),
                access == null ? "nothing read" : "texts and PDFs read",
                encoder == null
                        ? "nothing understood"
                        : encoder.name() + " under version "
                                + schema.map(SchemaVersion::number).orElse(0));
    }

    private Gain gain(FeedBatch batch, MetadataSchema schema) {
        var kept = store.kept(batch.changed().stream().map(SearchableItem::id).toList());
        var contents = access == null ? List.<NewContent>of() : contents(access, batch, kept);
        var meanings =
                encoder == null ? List.<NewMeaning>of() : meanings(encoder, new Saying(schema), batch, kept, contents);
        return new Gain(contents, meanings, batch.gone(), batch.end());
    }

    private static List<NewContent> contents(ContentAccess access, FeedBatch batch, Map<ItemId, Kept> kept) {
        return batch.changed().stream()
                .flatMap(item -> access.read(item, kept.get(item.id())).stream())
                .toList();
    }

    private static List<NewMeaning> meanings(
            TextEncoder encoder, Saying saying, FeedBatch batch, Map<ItemId, Kept> kept, List<NewContent> contents) {
        var fresh = contents.stream().collect(Collectors.toMap(NewContent::item, Function.identity()));
        var meanings = new ArrayList<NewMeaning>();
        for (var item : batch.changed()) {
            var before = kept.get(item.id());
            var text = saying.of(item, content(item, fresh.get(item.id())));
            var meant = Saying.digest(encoder.name() + "\n" + text);
            if (before == null || !meant.equals(before.meant())) {
                meanings.add(new NewMeaning(item.id(), meant, vector(encoder, text)));
            }
        }
        return meanings;
    }

    private static @Nullable String content(SearchableItem item, @Nullable NewContent fresh) {
        return switch (fresh == null ? null : fresh.content()) {
            case ReadContent.Words(var text) -> text;
            case ReadContent.Unreadable _, ReadContent.Unreachable _ -> null;
            case null -> item.text().content();
        };
    }

    private static float[] vector(TextEncoder encoder, String text) {
        return switch (encoder.encode(List.of(text))) {
            case TextEncoder.Outcome.Encoded(var vectors) -> vectors.getFirst();
            case TextEncoder.Outcome.Failed(var reason) -> throw new IllegalStateException(reason);
        };
    }
}
