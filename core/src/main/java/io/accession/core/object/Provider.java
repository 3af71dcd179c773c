package io.accession.core.object;

/** Who keeps an object. Part of its identity: renaming a constant would change the identity of every registered object. */
public enum Provider {
    AWS_S3,
    S3_COMPATIBLE,
    GOOGLE,
    AZURE,
    /** Any other fetchable http or https URL. */
    WEB,
    LOCAL
}
