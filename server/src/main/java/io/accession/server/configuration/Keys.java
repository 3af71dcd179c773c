package io.accession.server.configuration;

import io.accession.core.domain.Spelling;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every key there is, with its default as text; empty where there is none. */
enum Keys {
    DATA("data", "", false),
    HTTP_HOST("http.host", "127.0.0.1", false),
    HTTP_PORT("http.port", "7171", false),
    HTTP_PUBLIC_URL("http.public-url", "", false),
    HTTP_ACCESS_LOG("http.access-log", "false", false),
    SDK_LEGACY_SIGNATURES("sdk.legacy-signatures", "true", false),
    DATABASE_URL("database.url", "", false),
    DATABASE_USER("database.user", "", false),
    DATABASE_PASSWORD("database.password", "", true),
    DATABASE_PASSWORD_FILE("database.password-file", "", false),
    DATABASE_CONNECTIONS("database.connections", "20", false),
    STORAGE_LOCAL_ROOTS("storage.local-roots", "", false),
    STORAGE_RENDERED_PREFIX("storage.rendered-prefix", "accession/rendered/", false),
    STORAGE_HOSTED_DIRECTORY("storage.hosted-directory", "", false),
    STORAGE_HOSTED_INTEGRATION("storage.hosted-integration", "", false),
    STORAGE_KEY_FILE("storage.key-file", "", false),
    LIMITS_MANIFEST_URLS("limits.manifest-urls", "1000000", false),
    LIMITS_MANIFEST_ITEMS("limits.manifest-items", "500000", false),
    LIMITS_CSV_ROWS("limits.csv-rows", "10000", false),
    LIMITS_MANIFEST_SIZE("limits.manifest-size", "4GiB", false),
    LIMITS_ENTRY_SIZE("limits.entry-size", "64MiB", false),
    LIMITS_METADATA_SIZE("limits.metadata-size", "10MB", false),
    LIMITS_URL_SIZE("limits.url-size", "16KiB", false),
    LIMITS_UPLOADED_FILE_SIZE("limits.uploaded-file-size", "64GiB", false),
    LIMITS_FRAME_PIXELS("limits.frame-pixels", "100000000", false),
    LIMITS_REENCODED_SIZE("limits.reencoded-size", "5GiB", false),
    JOBS_PLANNERS("jobs.planners", "2", false),
    JOBS_PROBERS("jobs.probers", "2", false),
    JOBS_RENDERERS("jobs.renderers", "1", false),
    JOBS_SYNC_PAGE("jobs.sync-page", "10000", false),
    JOBS_RETENTION("jobs.retention", "30d", false),
    SEARCH_CONTENT("search.content", "true", false),
    SEARCH_MEANING("search.meaning", "false", false),
    QUALITY_AUTOMATIC("quality.automatic", "false", false),
    QUALITY_PER_MINUTE("quality.per-minute", "600", false),
    LOG_LEVEL("log.level", "info", false);

    static final String PREFIX = "ACCESSION_";

    private final String key;
    private final String defaultText;
    private final boolean isSecret;

    Keys(String key, String defaultText, boolean isSecret) {
        this.key = key;
        this.defaultText = defaultText;
        this.isSecret = isSecret;
    }

    String key() {
        return key;
    }

    String defaultText() {
        return defaultText;
    }

    boolean isSecret() {
        return isSecret;
    }

    /** Such as {@code ACCESSION_DATABASE_PASSWORD_FILE}. */
    String variable() {
        return PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static Optional<Keys> find(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    /** The key that was probably meant. */
    static String closest(String unknown) {
        return Spelling.nearest(unknown, Arrays.stream(values()).map(Keys::key).toList(), 1)
                .getFirst();
    }
}
