package io.accession.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SplitTextTest {

    @Test
    void wordsAreLettersAndDigitsThatStandTogetherInLowerCase() {
        assertThat(SplitText.of("cam_01-2024.JPG").words()).containsExactly("cam", "01", "2024", "jpg");
        assertThat(SplitText.of("  no-entry, NO exit  ").words()).containsExactly("no", "entry", "no", "exit");
        assertThat(SplitText.of("").words()).isEmpty();
        assertThat(SplitText.of("--- 😀 …").words()).isEmpty();
    }

    @Test
    void lettersOfAllScriptsBelongToWords() {
        assertThat(SplitText.of("Straße ÉCOLE Привет 東京駅 𝐀𐐀").words())
                .containsExactly("straße", "école", "привет", "東京駅", "𝐀𐐨");
        assertThat(SplitText.of("e\u0301te\u0301").words()).containsExactly("e\u0301te\u0301");
    }

    @Test
    void aSurrogateThatStandsAloneBelongsToNoWord() {
        assertThat(SplitText.of("left\uD83Dright\uDE00").words()).containsExactly("left", "right");
    }

    @Test
    void aVeryLongWordIsSeveral() {
        assertThat(SplitText.of("x".repeat(600)).words())
                .containsExactly("x".repeat(255), "x".repeat(255), "x".repeat(90));
    }
}
