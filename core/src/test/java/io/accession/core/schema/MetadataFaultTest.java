package io.accession.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetadataFaultTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            /speed, speed
            /clip/3, clip
            /a~1b~0c, a/b~c
            /$encord, $encord
            /$encord/config/sampling_rate, $encord.config
            /$encord/frames, $encord.frames
            /$encord/frames/999, $encord.frames
            /$encord/frames/7/speed, speed
            /$encord/frames/7/place/latitude, place
            """)
    void aFaultCountsUnderTheKeyWhoseValueItIs(String pointer, String key) {
        assertThat(new MetadataFault(pointer, "", false).key()).isEqualTo(key);
    }
}
