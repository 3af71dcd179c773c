package io.accession.core.domain;

/** Why a unit failed, and a sentence for the person who has to mend it. Never holds a credential or a signed URL. */
public record Failure(FailureCode code, String message) {}
