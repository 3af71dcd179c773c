package io.accession.server.configuration;

import java.nio.file.Path;

/** Where a value came from. */
public sealed interface Origin {

    record Default() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }

    record File(Path path) implements Origin {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    record Environment(String variable) implements Origin {
        @Override
        public String toString() {
            return "$" + variable;
        }
    }

    record Flag(String name) implements Origin {
        @Override
        public String toString() {
            return name;
        }
    }
}
