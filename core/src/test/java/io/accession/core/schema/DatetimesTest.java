package io.accession.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatetimesTest {

    private static final String CHARACTERS = "0123456789999-+:.TZ ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T00:00:00",
                "2024-02-29T23:59:59.999999999Z",
                "0000-01-01T00:00:00Z",
                "2024-05-01T10:20:30.5+00:00",
                "2024-05-01T10:20:30+18:00",
            })
    void theCommonFormIsReadAsTheFormatReadsIt(String text) {
        var plain = PlainDatetime.read(text);

        assertThat(plain).isNotNull();
        assertThat(Datetimes.parseByFormat(text)).hasValue(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T00:00:00",
                "2024-13-01T00:00:00Z",
                "2024-05-01T24:00:00Z",
                "2024-05-01T10:20:60Z",
                "2024-05-01T10:20:30.Z",
                "2024-05-01T10:20:30.1234567890Z",
                "2024-05-01T10:20:30+18:01",
                "2024-05-01T10:20:30+01:60",
                "2024-05-01T10:20:30ZZ",
                "2024-05-01T10:20:30+02:30+0230",
                "2024-05-01T 10:20:30",
                "2024-05-0110:20:30",
                "2024-05-01T",
                "2024-05-01Z",
                "",
            })
    void whatIsNoDatetimeIsNone(String text) {
        assertThat(Datetimes.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 2024-05-01T00:00:00Z",
        "2024-05-01 10:20, 2024-05-01T10:20:00Z",
        "2024-05-01t10:20:30.5z, 2024-05-01T10:20:30.5Z",
        "2024-05-01T10:20-0330, 2024-05-01T13:50:00Z",
        "2024-05-01T10:20:30+02, 2024-05-01T08:20:30Z"
    })
    void otherFormsAreReadToo(String text, Instant moment) {
        assertThat(Datetimes.parse(text)).hasValue(moment);
    }

    @Test
    void howeverATextDiffersFromTheCommonFormItIsReadAsTheFormatReadsIt() {
        var random = new Random(7);

        for (int i = 0; i < 20_000; i++) {
            var text = changed("2024-05-01T10:20:30.125+02:30", random);

            assertThat(Datetimes.parse(text)).as(text).isEqualTo(Datetimes.parseByFormat(text));
        }
    }

    private static String changed(String datetime, Random random) {
        var text = new StringBuilder(datetime).delete(29 - random.nextInt(14), 29);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            text.setCharAt(random.nextInt(text.length()), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
