package io.accession.core.content;

import io.accession.core.content.ContentStore.Gain;
import io.accession.core.content.ContentStore.NewMeaning;
import io.accession.core.embedding.TextEncoder;
import io.accession.core.embedding.TextEncoder.Outcome;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.SearchableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the change feed and finds out what items mean. What is known is not encoded again. While the encoder does not work, it is asked again now and then,
 * and what there is to encode waits; a text that alone is not taken is left out.
 */
public final class MeaningReading {

    private static final Logger LOG = LoggerFactory.getLogger(MeaningReading.class);

    /** What any encoder takes that works. */
    private static final List<String> ORDINARY = List.of("an ordinary text");

    private final FeedReading feed;
    private final ContentStore store;
    private final Supplier<Optional<SchemaVersion>> schemas;
    private final TextEncoder encoder;
    private final EncoderFault fault;

    /** {@code nanoseconds} is a clock that only goes forward. */
    public MeaningReading(
            ChangeFeed feed,
            ContentStore store,
            Supplier<Optional<SchemaVersion>> schemas,
            TextEncoder encoder,
            LongSupplier nanoseconds) {
        this.feed = new FeedReading("understanding items", feed, store);
        this.store = store;
        this.schemas = schemas;
        this.encoder = encoder;
        this.fault = new EncoderFault(nanoseconds);
    }

    /** Why the encoder of this process does not work, a sentence or two; empty as long as nothing else is known. */
    public Optional<String> fault() {
        return fault.reason();
    }

    /** Takes up some changes; false when there are none, when somebody else is at it, or while the encoder does not work. */
    public boolean readNext() {
        var schema = schemas.get();
        var circumstances = encoder.name() + " understood under version "
                + schema.map(SchemaVersion::number).orElse(0);
        if (!fault.isToBeTried() || feed.isAtEnd(circumstances)) {
            return false;
        }
        var saying = new Saying(schema.map(SchemaVersion::schema).orElseGet(MetadataSchema::empty));
        return feed.readNext(circumstances, batch -> gain(batch, saying));
    }

    /** Empty while the encoder does not work. */
    private Optional<Gain> gain(FeedBatch batch, Saying saying) {
        var kept = store.kept(batch.changed().stream().map(SearchableItem::id).toList());
        var meanings = new ArrayList<NewMeaning>();
        for (var item : batch.changed()) {
            var text = saying.of(item);
            var meant = Saying.digest(encoder.name() + "\n" + text);
            var before = kept.get(item.id());
            if (before != null && meant.equals(before.meant())) {
                continue;
            }
            switch (encoded(List.of(text))) {
                case Outcome.Encoded(var vectors) -> meanings.add(new NewMeaning(item.id(), meant, vectors.getFirst()));
                case Outcome.Failed(var reason)
                when works() -> LOG.warn("an item is left without its meaning: {}", reason);
                case Outcome.Failed _ -> {
                    return Optional.empty();
                }
            }
        }
        if (!meanings.isEmpty()) {
            fault.end();
        }
        return Optional.of(new Gain(List.of(), meanings, batch.gone(), batch.end()));
    }

    private boolean works() {
        return switch (encoded(ORDINARY)) {
            case Outcome.Encoded _ -> {
                fault.end();
                yield true;
            }
            case Outcome.Failed(var reason) -> {
                fault.begin(reason);
                yield false;
            }
        };
    }

    private Outcome encoded(List<String> texts) {
        try {
            return encoder.encode(texts);
        } catch (RuntimeException | LinkageError e) { // native code that is missing or of another machine
            LOG.debug("the text encoder failed", e);
            return new Outcome.Failed("The text encoder '" + encoder.name() + "' failed: " + e.getMessage());
        }
    }
}
