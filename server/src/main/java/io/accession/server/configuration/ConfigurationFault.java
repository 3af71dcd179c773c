package io.accession.server.configuration;

/** One thing that is wrong with the configuration. {@code message} says what is allowed. */
public record ConfigurationFault(String key, String value, Origin origin, String message) {

    @Override
    public String toString() {
        return key + " = " + value + " (from " + origin + "): " + message;
    }
}
