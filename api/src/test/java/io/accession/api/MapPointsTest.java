package io.accession.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MapPointsTest {

    private static final UUID ITEM = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    private static byte[] written(MapPoints points) throws IOException {
        var bytes = new ByteArrayOutputStream();
        points.write(bytes);
        return bytes.toByteArray();
    }

    private static MapPoints points(int count) {
        var coordinates = new float[2 * count];
        var ids = new long[2 * count];
        var frames = new int[count];
        Arrays.setAll(frames, i -> i - 1);
        for (int i = 0; i < count; i++) {
            coordinates[2 * i] = i / 2f;
            coordinates[2 * i + 1] = -i;
            ids[2 * i] = ITEM.getMostSignificantBits() + i;
            ids[2 * i + 1] = ITEM.getLeastSignificantBits();
        }
        return new MapPoints(7, coordinates, ids, frames);
    }

    @Test
    void aPointHasTwentyEightBytesBehindAHeaderOfSixteen() throws IOException {
        assertThat(HexFormat.of().withUpperCase().formatHex(written(points(1))))
                .isEqualTo("41435054" + "01000000" + "07000000" + "01000000"
                        + "00000000" + "00000000"
                        + "00112233445566778899AABBCCDDEEFF"
                        + "FFFFFFFF");
        assertThat(points(1).bytes()).isEqualTo(44);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var points = points(20_000);

        var read = MapPoints.read(new ByteArrayInputStream(written(points)));

        assertThat(read.version()).isEqualTo(7);
        assertThat(read.coordinates()).isEqualTo(points.coordinates());
        assertThat(read.ids()).isEqualTo(points.ids());
        assertThat(read.frames()).isEqualTo(points.frames());
        assertThat(read.item(0)).isEqualTo(ITEM);
    }

    @Test
    void whatIsNoPointsOrEndsEarlyIsRefused() throws IOException {
        var bytes = written(points(3));

        assertThatThrownBy(() -> MapPoints.read(new ByteArrayInputStream(bytes, 0, 60)))
                .hasMessage("The points end early.");
        bytes[0] = 'B';
        assertThatThrownBy(() -> MapPoints.read(new ByteArrayInputStream(bytes)))
                .hasMessageContaining("no points of a map");
    }
}
