package io.accession.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.embedding.TextEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    /** Of the pieces of byte-pairs.json; "red" and "car" are told apart. */
    private static final float[][] ROWS = rows();

    @TempDir
    private Path files;

    private static float[][] rows() {
        var rows = new float[28][2];
        rows[21] = new float[] {3, 0};
        rows[23] = new float[] {0, 4};
        return rows;
    }

    private Path model(byte[] bytes) throws IOException {
        return Files.write(files.resolve("model.onnx"), bytes);
    }

    private Path tokenizer() throws IOException {
        try (var in = Objects.requireNonNull(ModelFileTest.class.getResourceAsStream("byte-pairs.json"))) {
            return Files.write(files.resolve("tokenizer.json"), in.readAllBytes());
        }
    }

    private static TextEncoder.Outcome encode(Path model, Path tokenizer, String... texts) {
        var encoder = new OnnxTextModels().open("mine", model, tokenizer);
        assertThat(encoder.name()).isEqualTo("mine");
        return encoder.encode(List.of(texts));
    }

    private static String failure(TextEncoder.Outcome outcome) {
        assertThat(outcome).isInstanceOf(TextEncoder.Outcome.Failed.class);
        return ((TextEncoder.Outcome.Failed) outcome).reason();
    }

    @Test
    void aModelOfTheOperatorEncodesTexts() throws IOException {
        var outcome = encode(model(GatheringModel.of("input_ids", ROWS)), tokenizer(), "red", "Red car", "CAR");

        assertThat(((TextEncoder.Outcome.Encoded) outcome).vectors())
                .containsExactly(new float[] {1, 0}, new float[] {0.6f, 0.8f}, new float[] {0, 1});
    }

    @Test
    void aTextWithoutDirectionIsAFailure() throws IOException {
        assertThat(failure(encode(model(GatheringModel.of("input_ids", ROWS)), tokenizer(), "a")))
                .contains("zero or not finite");
    }

    @Test
    void whatIsNoTextEncoderIsToldFromThoseThatAre() throws IOException {
        assertThat(failure(encode(model(GatheringModel.of("pixel_values", ROWS)), tokenizer(), "red")))
                .contains("asks for 'pixel_values'");
        assertThat(failure(encode(model(new byte[] {1, 2, 3}), tokenizer(), "red")))
                .contains("The model cannot be loaded");
        assertThat(failure(encode(files.resolve("missing.onnx"), tokenizer(), "red")))
                .contains("The model cannot be loaded");
        assertThat(failure(encode(model(GatheringModel.of("input_ids", ROWS)), files.resolve("missing.json"), "red")))
                .contains("missing.json cannot be read");
    }
}
