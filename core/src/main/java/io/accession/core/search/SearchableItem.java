package io.accession.core.search;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.embedding.StoredVector;
import io.accession.core.quality.PictureQuality;
import io.accession.core.schema.TypedValue;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An item as an index has to know it.
 *
 * @param isMember it exists as a member of composites only
 * @param facts null where nobody knows
 * @param clientMetadata a JSON object
 * @param supplement what came to it beside its registration
 */
public record SearchableItem(
        ItemId id,
        FolderId folder,
        ItemKind kind,
        String name,
        @Nullable String objectUrl,
        @Nullable IntegrationId integration,
        boolean isMember,
        @Nullable MediaFacts facts,
        String clientMetadata,
        Instant createdAt,
        Instant editedAt,
        ItemSupplement supplement) {

    /** One that nothing came to beside its registration. */
    public SearchableItem(
            ItemId id,
            FolderId folder,
            ItemKind kind,
            String name,
            @Nullable String objectUrl,
            @Nullable IntegrationId integration,
            boolean isMember,
            @Nullable MediaFacts facts,
            String clientMetadata,
            Instant createdAt,
            Instant editedAt) {
        this(
                id,
                folder,
                kind,
                name,
                objectUrl,
                integration,
                isMember,
                facts,
                clientMetadata,
                createdAt,
                editedAt,
                ItemSupplement.NONE);
    }

    public SearchableItem with(ItemSupplement found) {
        return new SearchableItem(
                id,
                folder,
                kind,
                name,
                objectUrl,
                integration,
                isMember,
                facts,
                clientMetadata,
                createdAt,
                editedAt,
                found);
    }

    /** Those that came in bulk; the others are in the metadata. */
    public List<StoredVector> vectors() {
        return supplement.vectors();
    }

    /** What was made of what the item says. */
    public ItemText text() {
        return supplement.text();
    }

    /** Null for what was not measured. */
    public @Nullable PictureQuality quality() {
        return supplement.quality();
    }

    /** The values of a property: one for most, none where nobody knows. Violations are known to whoever reads the metadata under a schema. */
    public List<TypedValue> values(ItemProperty property) {
        return switch (property) {
            case NAME -> words(name);
            case KIND -> words(kind.wireName());
            case MIME_TYPE -> words(facts == null ? null : facts.mimeType());
            case OBJECT_URL -> words(objectUrl);
            case BYTES -> number(facts == null ? Double.NaN : facts.bytes());
            case WIDTH -> number(width());
            case HEIGHT -> number(height());
            case AREA -> number(width() * height());
            case ASPECT_RATIO -> number(width() / height());
            case DURATION -> number(duration());
            case FRAME_RATE -> number(facts instanceof MediaFacts.Video video ? video.framesPerSecond() : Double.NaN);
            case BRIGHTNESS -> number(measured(PictureQuality::brightness));
            case CONTRAST -> number(measured(PictureQuality::contrast));
            case SHARPNESS -> number(measured(PictureQuality::sharpness));
            case BLUR -> number(measured(PictureQuality::blur));
            case COLORFULNESS -> number(measured(PictureQuality::colorfulness));
            case CREATED -> List.of(new TypedValue.Moment(createdAt));
            case EDITED -> List.of(new TypedValue.Moment(editedAt));
            case FOLDER -> List.of(new TypedValue.Id(folder.value()));
            case INTEGRATION -> integration == null ? List.of() : List.of(new TypedValue.Id(integration.value()));
            case IS_MEMBER -> List.of(new TypedValue.Flag(isMember));
            case WARNING ->
                facts == null
                        ? List.of()
                        : facts.warnings().stream()
                                .distinct()
                                .<TypedValue>map(TypedValue.Words::new)
                                .toList();
            case VIOLATION -> List.of();
            case CONTENT -> words(text().content());
            case CONTENT_PROBLEM -> words(text().problem());
            case MEANING -> text().meaning() == null ? List.of() : List.of(new TypedValue.Vector(text().meaning()));
        };
    }

    private double measured(ToDoubleFunction<PictureQuality> metric) {
        var measured = quality();
        return measured == null ? Double.NaN : metric.applyAsDouble(measured);
    }

    private double width() {
        return switch (facts) {
            case MediaFacts.Image image -> image.width();
            case MediaFacts.Video video -> video.width();
            case MediaFacts.DicomSeries series -> series.columns();
            case null, default -> Double.NaN;
        };
    }

    private double height() {
        return switch (facts) {
            case MediaFacts.Image image -> image.height();
            case MediaFacts.Video video -> video.height();
            case MediaFacts.DicomSeries series -> series.rows();
            case null, default -> Double.NaN;
        };
    }

    private double duration() {
        return switch (facts) {
            case MediaFacts.Video video -> video.durationSeconds();
            case MediaFacts.Audio audio -> audio.durationSeconds();
            case null, default -> Double.NaN;
        };
    }

    private static List<TypedValue> words(@Nullable String value) {
        return value == null ? List.of() : List.of(new TypedValue.Words(value));
    }

    private static List<TypedValue> number(double value) {
        return Double.isFinite(value) ? List.of(new TypedValue.Quantity(value)) : List.of();
    }
}
