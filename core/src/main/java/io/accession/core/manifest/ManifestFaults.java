package io.accession.core.manifest;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.manifest.JsonFault.Place;

/** Why a manifest is refused as a whole. */
final class ManifestFaults {

    private ManifestFaults() {}

    /** {@code what} is wrong and how to mend it, without the place and the full stop. */
    static RegistryException invalid(Place place, String what, String pointer) {
        return new RegistryException(new RegistryError.ManifestInvalid(
                "The manifest cannot be read at line " + Wording.count(place.line()) + ", column "
                        + Wording.count(place.column()) + ": " + what + ".",
                place.line(),
                place.column(),
                place.offset(),
                pointer));
    }

    static RegistryException tooManyBytes(long limit) {
        return tooLarge("The manifest is larger than " + Wording.bytes(limit)
                + " after decompression, the most that one manifest may have. Split it and register the parts"
                + " one by one.");
    }

    static RegistryException tooLarge(String message) {
        return new RegistryException(new RegistryError.TooLarge(message));
    }
}
