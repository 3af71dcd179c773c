package io.accession.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those that Hugging Face's tokenizers 0.21 gave for the same files and texts. */
class TokenizerFileTest {

    private static final String BERT = resource("/all-minilm-l6-v2-q-tokenizer.json");
    private static final String CLIP = resource("byte-pairs.json");

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(TokenizerFileTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pieces(String tokenizer, String text) throws UnusableModelException {
        return Arrays.stream(TokenizerFile.read(tokenizer).pieces().of(text))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A red car at dusk.                    | 1037 2417 2482 2012 18406 1012
            Überraschung — 東京タワー, naïve café’s $5.00?! | 19169 8180 20760 3070 1517 1879 1755 1709 30262 30265 1010 15743 7668 1521 1055 1002 1019 1012 4002 1029 999
            supercalifragilisticexpialidocious    | 3565 9289 10128 29181 24411 4588 10288 19312 21273 10085 6313
            emoji 🚗 ﬁ ½ I'm don't                | 7861 29147 2072 100 1984 1092 1045 1005 1049 2123 1005 1056
            İstanbul ΑΣ                           | 9960 1155 29733
            """)
    void wordsAreCutAsBertCutsThem(String text, String pieces) throws UnusableModelException {
        assertThat(pieces(BERT, text)).isEqualTo(pieces);
    }

    @Test
    void whatCannotBeSeenIsLeftOutAndWordsThatAreTooLongAreUnknown() throws UnusableModelException {
        assertThat(pieces(BERT, "tab\there\u0000\u200bzero  width\u00a0space"))
                .isEqualTo("21628 2182 6290 2080 9381 2686");
        assertThat(pieces(BERT, "y".repeat(101))).isEqualTo("100");
        assertThat(pieces(BERT, " \n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            red car's 22 café!! RED | 21 23 24 16 16 3 2 27 25 19 18 21
            A red car at dusk.      | 12 21 23 2 1 4 1 7 1 1
            İstanbul ΑΣ             | 1 1 1 7 1 2 1 1 1 1 1 1 1 1
            """)
    void wordsAreCutAsClipCutsThem(String text, String pieces) throws UnusableModelException {
        assertThat(pieces(CLIP, text)).isEqualTo(pieces);
    }

    @Test
    void theFileTellsWhatStandsAroundATextAndHowLongItMayBe() throws UnusableModelException {
        var clip = TokenizerFile.read(CLIP);

        assertThat(clip.begin()).isZero();
        assertThat(clip.end()).isEqualTo(1);
        assertThat(clip.most()).isEqualTo(8);
        assertThat(Windows.of(clip.pieces().of("red car red car red car red"), clip, 1))
                .containsExactly(new long[] {0, 21, 23, 21, 23, 21, 23, 1});
        assertThat(Windows.of(clip.pieces().of("red car red car red car red"), clip, 2))
                .last()
                .isEqualTo(new long[] {0, 21, 1});
    }

    @Test
    void aTokenizerThatAsksForSomethingElseIsRefused() {
        assertThatThrownBy(() -> TokenizerFile.read(BERT.replace("\"WordPiece\"", "\"Unigram\"")))
                .hasMessageContaining("'Unigram'");
        assertThatThrownBy(() -> TokenizerFile.read(BERT.replace("BertNormalizer", "Precompiled")))
                .hasMessage("The tokenizer's normalizer is 'Precompiled'; only 'BertNormalizer' can be used.");
        assertThatThrownBy(() -> TokenizerFile.read(CLIP.replace("ByteLevel", "Metaspace")))
                .hasMessageContaining("Metaspace");
        assertThatThrownBy(() -> TokenizerFile.read("{\"model\": {\"type\": \"BPE\""))
                .hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> TokenizerFile.read("[]")).hasMessageContaining("no JSON object");
    }
}
