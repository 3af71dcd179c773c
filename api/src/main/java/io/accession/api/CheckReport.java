package io.accession.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What came of a check, in the order in which it was tried. */
public record CheckReport(List<Finding> findings) {

    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** One thing that was tried. The message of a failed one names the missing permission or header. */
    public record Finding(String name, Outcome outcome, String message) {}

    public enum Outcome {
        @JsonProperty("ok")
        OK,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("skipped")
        SKIPPED
    }
}
