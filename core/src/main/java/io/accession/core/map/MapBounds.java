package io.accession.core.map;

/** The least rectangle around the points of a map, its edges included. */
public record MapBounds(float minX, float minY, float maxX, float maxY) {}
