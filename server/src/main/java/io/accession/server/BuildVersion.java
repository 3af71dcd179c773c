package io.accession.server;

import java.util.Optional;

/** Which Accession this is. */
final class BuildVersion {

    private BuildVersion() {}

    /** What the jar says; {@code development} outside of one. */
    static String text() {
        return Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
