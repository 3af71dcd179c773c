package io.accession.core.search;

/** What came of asking for the points of a map. */
public sealed interface PointsAnswer {

    record Found(MappedPoints points) implements PointsAnswer {}

    record Refused(SearchAnswer.Refusal refusal) implements PointsAnswer {}
}
