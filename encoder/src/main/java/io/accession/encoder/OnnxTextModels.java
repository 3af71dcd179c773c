package io.accession.encoder;

import io.accession.core.embedding.TextEncoder;
import io.accession.core.embedding.TextModels;
import io.accession.encoder.OnnxTextEncoder.Loaded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text encoders by ONNX Runtime. The built-in one is all-MiniLM-L6-v2 with weights of 8 bits, which understands English. */
public final class OnnxTextModels implements TextModels {

    private static final String BUILT_IN = "all-minilm-l6-v2-q";

    /** What the model was trained with. */
    private static final int MOST_PIECES = 256;

    private static final int MOST_WINDOWS = 6;

    @Override
    public TextEncoder builtIn() {
        return new OnnxTextEncoder(
                BUILT_IN,
                TextEncoder.Kind.BUILT_IN,
                MOST_WINDOWS,
                () -> new Loaded(
                        OnnxModel.of(resource(BUILT_IN + ".onnx")),
                        TokenizerFile.read(new String(resource(BUILT_IN + "-tokenizer.json"), StandardCharsets.UTF_8))
                                .withMost(MOST_PIECES)));
    }

    private static byte[] resource(String name) throws UnusableModelException {
        try (var in = OnnxTextModels.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new UnusableModelException("This distribution comes without '" + name + "'.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnusableModelException("'" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public TextEncoder open(String name, Path model, Path tokenizer) {
        return new OnnxTextEncoder(name, TextEncoder.Kind.MODEL, 1, () -> load(model, tokenizer));
    }

    private static Loaded load(Path model, Path tokenizer) throws UnusableModelException {
        var loaded = OnnxModel.of(model.toString());
        var known = TokenizerFile.read(text(tokenizer));
        int fixed = loaded.fixedLength();
        return new Loaded(loaded, fixed > Tokenizer.AROUND && fixed < known.most() ? known.withMost(fixed) : known);
    }

    private static String text(Path tokenizer) throws UnusableModelException {
        try {
            return Files.readString(tokenizer);
        } catch (IOException e) {
            throw new UnusableModelException("The tokenizer " + tokenizer + " cannot be read: " + e.getMessage(), e);
        }
    }
}
