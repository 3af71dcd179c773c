package io.accession.core.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a request can be wrong. One exhaustive switch in the server turns them into problem documents. */
public sealed interface RegistryError {

    /** A sentence for the person who sent the request: what is wrong and how to mend it. */
    String message();

    /** One fault of one place in a request. {@code pointer} is a JSON Pointer or a parameter's name. */
    record Fault(@Nullable String pointer, String message) {}

    /** No valid credential came with the request. */
    record Unauthenticated(String message) implements RegistryError {}

    /** Missing and forbidden look the same, so that ids cannot be guessed. */
    record NotFoundOrForbidden(String noun, String name) implements RegistryError {
        @Override
        public String message() {
            return "There is no " + noun + " '" + name + "', or you may not use it.";
        }
    }

    record AdministratorsOnly(String action) implements RegistryError {
        @Override
        public String message() {
            return "Only administrators of the organisation may " + action + ".";
        }
    }

    record Invalid(String message, List<Fault> faults) implements RegistryError {
        public Invalid {
            faults = List.copyOf(faults);
        }

        public Invalid(String message) {
            this(message, List.of());
        }
    }

    /** A manifest that cannot be read as one. Lines and columns count from 1, bytes from 0; columns count characters. */
    record ManifestInvalid(String message, long line, long column, long byteOffset, String pointer)
            implements RegistryError {}

    /** The manifest, or something in it, is larger than the operator allows. */
    record TooLarge(String message) implements RegistryError {}

    record Conflict(String message) implements RegistryError {}

    record TooManyRequests(String message, int retryAfterSeconds) implements RegistryError {}

    /** The server's own disk or database cannot take the request now; nothing was kept. */
    record Unavailable(String message, int retryAfterSeconds) implements RegistryError {

        private static final int SOON = 10;

        public Unavailable(String message) {
            this(message, SOON);
        }
    }
}
