package io.accession.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** How a storage integration gets in, without the secrets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IntegrationSettings.S3.class, name = "s3"),
    @JsonSubTypes.Type(value = IntegrationSettings.Gcs.class, name = "gcs"),
    @JsonSubTypes.Type(value = IntegrationSettings.Azure.class, name = "azure"),
    @JsonSubTypes.Type(value = IntegrationSettings.Direct.class, name = "direct"),
    @JsonSubTypes.Type(value = IntegrationSettings.Local.class, name = "local")
})
public sealed interface IntegrationSettings {

    /** {@code externalId} is made by the server and belongs into the trust policy of the role; null without a role. */
    record S3(
            @Nullable String bucket,
            @Nullable String region,
            @Nullable String endpoint,
            boolean pathStyle,
            @Nullable String accessKeyId,
            @Nullable String roleArn,
            @Nullable String externalId)
            implements IntegrationSettings {}

    /** {@code clientEmail} is the service account's; null where the server uses the credentials of its own surroundings. */
    record Gcs(
            @Nullable String bucket,
            @Nullable String endpoint,
            @Nullable String clientEmail) implements IntegrationSettings {}

    /**
     * Azure Blob Storage.
     *
     * @param credential {@code accountKey}, {@code sas}, {@code servicePrincipal} or {@code default}
     * @param tenantId of a service principal, as is the client id
     */
    record Azure(
            String account,
            @Nullable String container,
            @Nullable String endpoint,
            String credential,
            @Nullable String tenantId,
            @Nullable String clientId)
            implements IntegrationSettings {}

    record Direct() implements IntegrationSettings {}

    record Local(String root) implements IntegrationSettings {}
}
