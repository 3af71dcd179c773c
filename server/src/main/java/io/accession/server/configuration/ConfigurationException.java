package io.accession.server.configuration;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The configuration is wrong in one or more places; the message names them all. */
public final class ConfigurationException extends RuntimeException {

    private final transient List<ConfigurationFault> faults;

    ConfigurationException(List<ConfigurationFault> faults) {
        super(faults.stream().map(fault -> "  " + fault).collect(joining("\n", "The configuration is wrong:\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<ConfigurationFault> faults() {
        return faults;
    }
}
