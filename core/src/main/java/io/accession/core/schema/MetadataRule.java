package io.accession.core.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether client metadata that comes in has to fit the schema. */
public final class MetadataRule {

    private static final int TOLD = 5;

    /** Everything is stored as given. */
    public static final MetadataRule NONE = new MetadataRule(Optional.empty());

    private final @Nullable MetadataReading reading;

    /** {@code strict} is the schema that metadata has to fit; empty where it need not. */
    public MetadataRule(Optional<MetadataSchema> strict) {
        this.reading = strict.map(MetadataReading::new).orElse(null);
    }

    /** What of a JSON object does not fit, where it has to; empty when it is taken. Values that can be understood all the same are taken. */
    public Optional<String> misfit(String metadata) {
        var misfits = reading == null
                ? List.<MetadataFault>of()
                : reading.read(metadata).misfits();
        return misfits.isEmpty()
                ? Optional.empty()
                : Optional.of(misfits.stream()
                        .limit(TOLD)
                        .map(fault -> fault.pointer() + ": " + fault.message())
                        .collect(Collectors.joining(" ")));
    }
}
