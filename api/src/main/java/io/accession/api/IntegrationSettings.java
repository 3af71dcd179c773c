package io.accession.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** How a storage integration gets in, without the secrets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = IntegrationSettings.S3.class, name = "s3"),
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

    record Direct() implements IntegrationSettings {}

    record Local(String root) implements IntegrationSettings {}
}
