package io.accession.core.manifest;

import java.io.IOException;

/** A compressed body cannot be unpacked. Caught by what reads the manifest, which knows how far it got. */
final class PackingFault extends IOException {

    private final String what;

    PackingFault(String what) {
        super(what);
        this.what = what;
    }

    /** What is wrong and how to mend it, without the place. */
    String what() {
        return what;
    }
}
