package io.accession.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final ObjectLocation ONE = s3("fleet", "1.jpg", null);
    private static final ObjectLocation TWO = s3("fleet", "2.jpg", null);

    /** A change of these values makes every registered object unknown. Computed apart, with Python's hashlib. */
    @Test
    void identitiesNeverChange() {
        assertThat(Identities.of(ItemKind.IMAGE, ONE)).hasToString("eacdbcfecaa1e80d5d3a01ba91d3e4eb");
        assertThat(Identities.of(ItemKind.VIDEO, s3("fleet", "straße.mp4", "v1")))
                .hasToString("bd08059bc423c6cd4ecc57c8e13443da");
        assertThat(Identities.of(ItemKind.IMAGE_GROUP, List.of(ONE, TWO)))
                .hasToString("2a650a88b7e9dadeccff6a1dc1d5ec95");
    }

    @Test
    void everyFieldCounts() {
        var identities = Stream.of(
                        Identities.of(ItemKind.IMAGE, ONE),
                        Identities.of(ItemKind.VIDEO, ONE),
                        Identities.of(ItemKind.IMAGE, TWO),
                        Identities.of(ItemKind.IMAGE, s3("other", "1.jpg", null)),
                        Identities.of(ItemKind.IMAGE, s3("fleet", "1.jpg", "")),
                        Identities.of(ItemKind.IMAGE, s3("fleet", "1.jpg", "1")),
                        Identities.of(ItemKind.IMAGE, s3("fleet1", ".jpg", null)),
                        Identities.of(
                                ItemKind.IMAGE, new ObjectLocation(Provider.AWS_S3, "aws-cn", "fleet", "1.jpg", null)),
                        Identities.of(
                                ItemKind.IMAGE, new ObjectLocation(Provider.GOOGLE, "aws", "fleet", "1.jpg", null)))
                .toList();

        assertThat(identities).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfMembersCounts() {
        assertThat(Identities.of(ItemKind.IMAGE_GROUP, List.of(ONE, TWO)))
                .isNotEqualTo(Identities.of(ItemKind.IMAGE_GROUP, List.of(TWO, ONE)));
    }

    @Test
    void howAnObjectIsFetchedDoesNotCount() {
        assertThat(Identities.of(ItemKind.IMAGE, ONE.fetchedAs("https://anywhere/?X-Amz-Signature=1")))
                .isEqualTo(Identities.of(ItemKind.IMAGE, ONE));
    }

    private static ObjectLocation s3(String bucket, String key, @Nullable String version) {
        return new ObjectLocation(Provider.AWS_S3, "aws", bucket, key, version);
    }
}
