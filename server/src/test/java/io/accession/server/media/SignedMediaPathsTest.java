package io.accession.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectUrls;
import io.accession.core.registry.ListedItem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedMediaPathsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final StorageIntegration INTEGRATION = new StorageIntegration(
            new IntegrationId(new UUID(1, 2)),
            1,
            "files",
            new IntegrationSettings.Local(Path.of("/srv/files")),
            false,
            false,
            Duration.ofMinutes(10));

    private static SignedMediaPaths paths(int key, Instant now) {
        var bytes = new byte[32];
        bytes[0] = (byte) key;
        return new SignedMediaPaths(new SecretKeySpec(bytes, "HmacSHA256"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String[] signed(String name) {
        var item = new ListedItem(
                new ItemId(new UUID(3, 4)),
                new FolderId(new UUID(5, 6)),
                ItemKind.IMAGE,
                name,
                "sub/ö.png",
                "image/png",
                7L,
                NOW);
        var location = ObjectUrls.ownObject("sub/ö.png", INTEGRATION.addressing());
        var parts = paths(1, NOW).sign(INTEGRATION, location, item).split("/", -1);
        assertThat(parts).hasSize(4);
        return new String[] {parts[2], URLDecoder.decode(parts[3].replace("+", "%2B"), StandardCharsets.UTF_8)};
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.png", "a/b\\c;d%2F?#+ &é\n\u0000", "..", "", "\uD83D", "😀"})
    void aPathOpensToWhatWasSigned(String name) {
        var path = signed(name);

        var ticket = paths(1, NOW).open(MediaTicket.Use.READ, path[0], path[1]);

        assertThat(ticket.key()).isEqualTo("sub/ö.png");
        assertThat(ticket.mimeType()).isEqualTo("image/png");
        assertThat(ticket.integration()).isEqualTo(INTEGRATION.id());
        assertThat(path[1]).isNotIn("", ".", "..");
    }

    @Test
    void aPathEndsWithTheLifetimeOfItsIntegration() {
        var path = signed("x");

        assertThat(paths(1, NOW.plusSeconds(599)).open(MediaTicket.Use.READ, path[0], path[1]))
                .isNotNull();
        assertThatThrownBy(() -> paths(1, NOW.plusSeconds(600)).open(MediaTicket.Use.READ, path[0], path[1]))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void aPathOfAnotherKeyOpensNothing() {
        var path = signed("x");

        assertThatThrownBy(() -> paths(2, NOW).open(MediaTicket.Use.READ, path[0], path[1]))
                .isInstanceOf(RegistryException.class);
    }
}
