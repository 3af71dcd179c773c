package io.accession.core.embedding;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import java.util.Map;
import java.util.Optional;

/** A key that the schema in force declares as an embedding, whose vectors have {@code size} numbers. */
public record EmbeddingKey(String key, int size) {

    /**
     * A key of the schema in force; it has to be given.
     *
     * @throws RegistryException when the schema declares it otherwise, or not at all
     */
    public static EmbeddingKey of(Optional<SchemaVersion> schema, String key) {
        var type =
                schema.map(SchemaVersion::schema).orElse(MetadataSchema.empty()).declared(key);
        if (type.orElse(null) instanceof FieldType.Embedding embedding) {
            return new EmbeddingKey(key, embedding.size());
        }
        throw new RegistryException(new RegistryError.Invalid("The metadata schema does not declare '" + key
                + "' as an embedding. Declare it with 'accession schema apply'."));
    }

    /** A schema of this key alone. */
    public MetadataSchema alone() {
        return new MetadataSchema(Map.of(key, new FieldType.Embedding(size, null)));
    }
}
