package io.accession.api;

/** Something tolerated in a manifest: its first place and how often it occurred. Lines and columns count from 1. */
public record Warning(String code, String message, long count, long line, long column) {}
