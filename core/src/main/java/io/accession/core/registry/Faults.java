package io.accession.core.registry;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.util.List;

/** Makes the errors of requests whose values are wrong. */
final class Faults {

    private Faults() {}

    static RegistryException invalid(String pointer, String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The request is not valid.", List.of(new RegistryError.Fault(pointer, message))));
    }
}
