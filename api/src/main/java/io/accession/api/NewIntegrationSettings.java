package io.accession.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** How to get into a storage, secrets included. What an integration tells of itself afterwards is {@link IntegrationSettings}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NewIntegrationSettings.S3.class, name = "s3"),
    @JsonSubTypes.Type(value = NewIntegrationSettings.Gcs.class, name = "gcs"),
    @JsonSubTypes.Type(value = NewIntegrationSettings.Azure.class, name = "azure"),
    @JsonSubTypes.Type(value = NewIntegrationSettings.Direct.class, name = "direct"),
    @JsonSubTypes.Type(value = NewIntegrationSettings.Local.class, name = "local")
})
public sealed interface NewIntegrationSettings {

    /**
     * S3 or a store that speaks it. A role is assumed with the key pair. Without a key pair, the server uses the credentials of its own
     * surroundings.
     */
    record S3(
            @Nullable String bucket,
            @Nullable String region,
            @Nullable String endpoint,
            boolean pathStyle,
            @Nullable String accessKeyId,
            @Nullable Secret secretAccessKey,
            @Nullable String roleArn)
            implements NewIntegrationSettings {}

    /**
     * Google Cloud Storage. Without a key, the server uses the credentials of its own surroundings.
     *
     * @param serviceAccountKey the whole JSON file that Google handed out
     * @param endpoint of an emulator or a private way to Google; null for Google's own
     */
    record Gcs(
            @Nullable String bucket,
            @Nullable String endpoint,
            @Nullable Secret serviceAccountKey) implements NewIntegrationSettings {}

    /**
     * Azure Blob Storage, with one kind of credential: an account key, a shared access signature, or tenant, client id and client secret
     * of a service principal. Without any, the server uses the credentials of its own surroundings.
     *
     * @param endpoint where the account is not at {@code account.blob.core.windows.net}
     */
    record Azure(
            String account,
            @Nullable String container,
            @Nullable String endpoint,
            @Nullable Secret accountKey,
            @Nullable Secret sharedAccessSignature,
            @Nullable String tenantId,
            @Nullable String clientId,
            @Nullable Secret clientSecret)
            implements NewIntegrationSettings {}

    /** No credentials: the URL itself must be fetchable. */
    record Direct() implements NewIntegrationSettings {}

    /** A directory on the server's machine, inside one of the roots that its operator allows. */
    record Local(String root) implements NewIntegrationSettings {}
}
