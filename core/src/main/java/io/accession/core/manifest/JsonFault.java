package io.accession.core.manifest;

/** A text is not strict JSON. Thrown by {@link JsonScanner}; never leaves this package. */
final class JsonFault extends RuntimeException {

    private final Place place;
    private final String what;

    JsonFault(Place place, String what) {
        super(what, null, false, false);
        this.place = place;
        this.what = what;
    }

    Place place() {
        return place;
    }

    /** What is wrong and how to mend it, without the place. */
    String what() {
        return what;
    }

    /** Lines and columns count from 1, bytes from 0; columns count characters. */
    record Place(long offset, long line, long column) {}

    /** Told of what is not strict JSON but let through. */
    @FunctionalInterface
    interface Tolerance {
        void tolerated(String code, Place place);
    }
}
