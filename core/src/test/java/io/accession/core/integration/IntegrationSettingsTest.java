package io.accession.core.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accession.core.integration.IntegrationSettings.Local;
import io.accession.core.integration.IntegrationSettings.S3;
import io.accession.core.object.Addressing;
import io.accession.core.object.Provider;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntegrationSettingsTest {

    private static final S3Credentials KEYS = new S3Credentials.KeyPair("AKIA", new Secret("hidden"));

    @Test
    void secretsAreNotPrinted() {
        assertThat(s3(null, null).toString()).contains("AKIA", "***").doesNotContain("hidden");
    }

    @Test
    void theRegionTellsThePartition() {
        assertThat(s3("cn-north-1", null).addressing()).isEqualTo(new Addressing(Provider.AWS_S3, "aws-cn", null));
        assertThat(s3("us-gov-west-1", null).addressing())
                .isEqualTo(new Addressing(Provider.AWS_S3, "aws-us-gov", null));
    }

    @Test
    void anEndpointOfAmazonsIsAmazon() {
        assertThat(s3(null, "https://s3.eu-west-1.amazonaws.com").addressing())
                .isEqualTo(new Addressing(Provider.AWS_S3, "aws", null));
    }

    @Test
    void endpointsHaveOneSpelling() {
        assertThat(s3(null, "HTTPS://Store.Example:443/").addressing().endpoint())
                .isEqualTo("https://store.example");
    }

    @Test
    void whatCannotBeUsedIsRefusedWhenItIsEntered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> s3(null, "store.example"))
                .withMessageContaining("https://");
        assertThatIllegalArgumentException().isThrownBy(() -> s3(null, "https://store.example/bucket"));
        assertThatIllegalArgumentException().isThrownBy(() -> s3(null, "https://user:word@store.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> s3(null, "http://127.1:9000"));
        assertThatIllegalArgumentException().isThrownBy(() -> s3(null, "http://my_store:9000"));
        assertThatIllegalArgumentException().isThrownBy(() -> s3("EU West", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new S3("a/b", null, null, false, KEYS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Local(Path.of("media")));
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Credentials.Role("admin", "ab", null));
    }

    private static S3 s3(@Nullable String region, @Nullable String endpoint) {
        return new S3(null, region, endpoint, false, KEYS);
    }
}
