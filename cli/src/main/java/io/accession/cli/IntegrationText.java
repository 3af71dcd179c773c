package io.accession.cli;

import io.accession.api.Integration;
import io.accession.api.IntegrationSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A storage integration in words. */
final class IntegrationText {

    private IntegrationText() {}

    static String kind(Integration integration) {
        return switch (integration.settings()) {
            case IntegrationSettings.S3 _ -> "s3";
            case IntegrationSettings.Gcs _ -> "gcs";
            case IntegrationSettings.Azure _ -> "azure";
            case IntegrationSettings.Direct _ -> "direct";
            case IntegrationSettings.Local _ -> "local";
        };
    }

    static @Nullable String reach(Integration integration) {
        return switch (integration.settings()) {
            case IntegrationSettings.S3 s3 when s3.bucket() != null -> s3.bucket();
            case IntegrationSettings.S3 s3 -> s3.endpoint();
            case IntegrationSettings.Gcs gcs -> gcs.bucket();
            case IntegrationSettings.Azure azure ->
                azure.container() == null ? azure.account() : azure.account() + "/" + azure.container();
            case IntegrationSettings.Direct _ -> null;
            case IntegrationSettings.Local local -> local.root();
        };
    }

    static String of(Integration integration) {
        var facts = new Facts()
                .add("Storage integration", integration.title())
                .add("Id", integration.id())
                .add("Kind", kind(integration));
        switch (integration.settings()) {
            case IntegrationSettings.S3 s3 ->
                facts.add("Bucket", s3.bucket())
                        .add("Region", s3.region())
                        .add("Endpoint", s3.endpoint())
                        .add("Access key", s3.accessKeyId())
                        .add("Role", s3.roleArn())
                        .add("External id", externalId(s3));
            case IntegrationSettings.Gcs gcs ->
                facts.add("Bucket", gcs.bucket())
                        .add("Endpoint", gcs.endpoint())
                        .add("Service account", gcs.clientEmail());
            case IntegrationSettings.Azure azure ->
                facts.add("Account", azure.account())
                        .add("Container", azure.container())
                        .add("Endpoint", azure.endpoint())
                        .add("Credential", azure.credential())
                        .add("Tenant", azure.tenantId())
                        .add("Client", azure.clientId());
            case IntegrationSettings.Direct _ -> {}
            case IntegrationSettings.Local local -> facts.add("Root", local.root());
        }
        return facts.add("Strict client-only", integration.strictClientOnly())
                .add("Private networks", integration.allowPrivateNetwork())
                .add("Signed URLs live", Moments.text(Duration.ofSeconds(integration.signedUrlLifetimeSeconds())))
                .text();
    }

    private static @Nullable String externalId(IntegrationSettings.S3 s3) {
        return s3.externalId() == null ? null : s3.externalId() + " (sts:ExternalId in the trust policy of the role)";
    }
}
