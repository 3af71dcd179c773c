package io.accession.core.domain;

/**
 * Why one entry of a manifest could not be registered, or one item could not migrate. The names are stable: people filter reports by them. {@code retryable}
 * says whether posting the same entry again may help without anybody changing anything.
 */
public enum FailureCode {
    /** The entry itself: something is missing, of the wrong type, or contradictory. */
    ENTRY_INVALID(false),
    ENTRY_TOO_LARGE(false),
    URL_MISSING(false),
    URL_INVALID(false),
    URL_TOO_LONG(false),
    METADATA_TOO_LARGE(false),
    /** Valid JSON that PostgreSQL's jsonb cannot hold. */
    METADATA_NOT_STORABLE(false),
    /** The metadata schema is strict here, and a value does not fit its key's type. */
    METADATA_SCHEMA_MISMATCH(false),
    MEDIA_METADATA_INVALID(false),
    /** A strict client-only integration never reads; its entries bring all media metadata. */
    MEDIA_METADATA_REQUIRED(false),
    /** The integration cannot reach what the URL names: another provider, another bucket, a relative URL without a bucket. */
    URL_OUTSIDE_INTEGRATION(false),

    /** An item that the entry names is not there, or its sender may not use it. */
    ITEM_NOT_FOUND(false),
    /** An item that is to migrate, and of which something else decides where its object lies. */
    ITEM_NOT_MOVABLE(false),

    OBJECT_NOT_FOUND(false),
    OBJECT_FORBIDDEN(false),
    OBJECT_EMPTY(false),
    OBJECT_TRUNCATED(false),
    OBJECT_DAMAGED(false),
    OBJECT_TOO_LARGE(false),
    /** Only somebody with its password or its key can open the object. */
    OBJECT_ENCRYPTED(false),
    /** The object is fine but is something else than its entry says. */
    KIND_MISMATCH(false),
    /** The object under a migrating item's new URL is not the one that was registered. */
    OBJECT_DIFFERS(false),
    PROBE_NOT_SUPPORTED(false),
    /** Files of a DICOM series that cannot be one series (registration-facts section 10). */
    DICOM_STUDY_INCONSISTENT(false),
    DICOM_TAG_MISSING(false),
    DICOM_UID_INVALID(false),
    DICOM_INSTANCE_REPEATED(false),
    DICOM_FRAMES_INVALID(false),
    /** The object changed while it was being read. */
    OBJECT_CHANGED(true),
    /** The outbound guard refused the address. */
    ADDRESS_REFUSED(false),
    /** The storage refused our credentials. */
    STORAGE_CREDENTIALS_REFUSED(false),
    /** Something has to be written into the customer's storage, and the integration or the storage does not allow it. */
    WRITE_ACCESS_REQUIRED(false),
    STORAGE_UNREACHABLE(true),
    STORAGE_MISBEHAVED(true),
    PROBE_TIMED_OUT(true),
    /** A frame, or the video, is larger than what is rendered. */
    RENDERING_TOO_LARGE(false),
    RENDERING_TIMED_OUT(true),
    /** We failed, not the object; the server's log tells more. */
    SERVER_FAILED(true),
    FOLDER_DELETED(false);

    private final boolean retryable;

    FailureCode(boolean retryable) {
        this.retryable = retryable;
    }

    public boolean retryable() {
        return retryable;
    }
}
