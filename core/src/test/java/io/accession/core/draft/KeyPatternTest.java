package io.accession.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPatternTest {

    @ParameterizedTest
    @CsvSource({
        "'^([^/]+)/', a/b.jpg, a",
        "'(x)?(?<group>b)', a/b.jpg, b",
        "'(?P<camera_id>cam\\d+)_(?P<group>\\d+)', cam1_22.jpg, 22",
        "'[(](\\w+)\\(', '(a(', a",
        "'(?<a>.)\\k<a>(?:z)(?=y)|(?<group>q)', 'q', q"
    })
    void theGroupNamedGroupOrElseTheFirstOneSaysWhatBelongsTogether(String expression, String key, String group) {
        assertThat(KeyPattern.of("groupBy", expression).grouping().group(key)).contains(group);
    }

    @Test
    void aGroupThatTookNoPartIsNone() {
        var pattern = KeyPattern.of("metadataFrom", "(?<a>x)|(?<b>y)");

        assertThat(pattern.values("y")).containsOnlyKeys("b");
        assertThat(pattern.values("z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "(?<a>x)(?<", "*", "\\", "(?P<a"})
    void whatIsNoExpressionIsRefusedWithItsPlace(String expression) {
        assertThatThrownBy(() -> KeyPattern.of("groupBy", expression))
                .isInstanceOf(RegistryException.class)
                .extracting(refused -> ((RegistryException) refused).error().toString())
                .asString()
                .contains("groupBy", "near character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)x"})
    void anExpressionThatWouldTakeForEverIsStopped(String expression) {
        var pattern = KeyPattern.of("groupBy", expression);

        assertThatThrownBy(() -> pattern.group("a".repeat(1_000) + "!"))
                .isInstanceOf(RegistryException.class)
                .extracting(refused -> ((RegistryException) refused).error().toString())
                .asString()
                .contains("takes too long");
    }
}
