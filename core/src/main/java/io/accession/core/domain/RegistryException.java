package io.accession.core.domain;

/** The request is wrong, and its sender can mend it. */
public final class RegistryException extends RuntimeException {

    private final transient RegistryError error;

    public RegistryException(RegistryError error) {
        super(error.message());
        this.error = error;
    }

    public RegistryException(RegistryError error, Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    public RegistryError error() {
        return error;
    }
}
