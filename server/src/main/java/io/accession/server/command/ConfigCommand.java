package io.accession.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.api.Json;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.server.configuration.ConfigurationException;
import io.accession.server.configuration.ConfigurationFault;
import io.accession.server.configuration.ServerConfiguration.EffectiveValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the configuration in force, or everything that is wrong with it. */
@Command(name = "config", description = "Print the server's configuration and where each value came from.")
final class ConfigCommand implements Callable<Integer> {

    @Mixin
    private final ServeOptions options = new ServeOptions();

    @Option(names = "--json", description = "Print JSON for machines.")
    private boolean json;

    private final Surroundings surroundings;

    ConfigCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private record Line(String key, String value, String origin) {}

    private record Fault(String key, String value, String origin, String message) {}

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            print(options.configuration(surroundings.environment()).effective());
            return ExitCodes.DONE;
        } catch (ConfigurationException e) {
            complain(e);
            return ExitCodes.REFUSED;
        }
    }

    private void print(List<EffectiveValue> values) throws JsonProcessingException {
        if (json) {
            surroundings
                    .out()
                    .println(Json.strict()
                            .writeValueAsString(Map.of(
                                    "values",
                                    values.stream()
                                            .map(value -> new Line(
                                                    value.key(),
                                                    value.value(),
                                                    value.origin().toString()))
                                            .toList())));
            return;
        }
        int keys = width(values.stream().map(EffectiveValue::key).toList());
        int texts = width(values.stream().map(EffectiveValue::value).toList());
        for (var value : values) {
            surroundings
                    .out()
                    .println(padded(value.key(), keys) + "  " + padded(value.value(), texts) + "  " + value.origin());
        }
    }

    private void complain(ConfigurationException exception) throws JsonProcessingException {
        surroundings.error().println(exception.getMessage());
        if (json) {
            surroundings.out().println(Json.strict().writeValueAsString(Map.of("faults", faults(exception.faults()))));
        }
    }

    private static List<Fault> faults(List<ConfigurationFault> faults) {
        var shown = new ArrayList<Fault>();
        for (var fault : faults) {
            shown.add(new Fault(fault.key(), fault.value(), fault.origin().toString(), fault.message()));
        }
        return shown;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
