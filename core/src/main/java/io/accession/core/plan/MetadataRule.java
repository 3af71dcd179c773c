package io.accession.core.plan;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.manifest.RawJson;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the client metadata of entries has to fit the schema. */
public final class MetadataRule {

    private static final int TOLD = 5;

    /** Everything is stored as given. */
    public static final MetadataRule NONE = new MetadataRule(Optional.empty());

    private final @Nullable MetadataReading reading;

    /** {@code strict} is the schema that metadata has to fit; empty where it need not. */
    public MetadataRule(Optional<MetadataSchema> strict) {
        this.reading = strict.map(MetadataReading::new).orElse(null);
    }

    /** Why an entry with this metadata is not taken; empty when it is. Values that can be understood all the same are taken. */
    Optional<Failure> failure(@Nullable RawJson metadata) {
        if (reading == null || metadata == null) {
            return Optional.empty();
        }
        var misfits = reading.read(metadata.text()).misfits();
        if (misfits.isEmpty()) {
            return Optional.empty();
        }
        var told = misfits.stream()
                .limit(TOLD)
                .map(fault -> fault.pointer() + ": " + fault.message())
                .collect(Collectors.joining(" "));
        return Optional.of(new Failure(
                FailureCode.METADATA_SCHEMA_MISMATCH,
                "The metadata schema is strict here, and the entry's client metadata does not fit it. " + told));
    }
}
