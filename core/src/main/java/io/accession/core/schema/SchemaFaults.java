package io.accession.core.schema;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryError.Fault;
import io.accession.core.domain.RegistryException;
import java.util.List;

/** How faults of a schema are told. */
final class SchemaFaults {

    /** Ten thousand wrong keys are not worth ten thousand lines. */
    private static final int TOLD = 100;

    private SchemaFaults() {}

    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RegistryException(new RegistryError.Invalid(
                    "The metadata schema is not valid.", faults.subList(0, Math.min(TOLD, faults.size()))));
        }
    }

    static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }

    /** A JSON Pointer (RFC 6901) below the root. */
    static String pointer(String... keys) {
        var pointer = new StringBuilder();
        for (var key : keys) {
            pointer.append('/').append(key.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
