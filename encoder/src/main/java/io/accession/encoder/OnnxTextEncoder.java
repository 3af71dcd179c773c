package io.accession.encoder;

import ai.onnxruntime.OrtException;
import io.accession.core.embedding.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ONNX model that is loaded when the first text comes. Texts are encoded one by one, so that their vectors do not depend on their company. */
final class OnnxTextEncoder implements TextEncoder {

    private final String name;
    private final Kind kind;
    private final int mostWindows;
    private final Loading loading;
    private @Nullable Loaded loaded;

    /** {@code mostWindows} are the parts of a long text whose mean stands for it; what comes behind them is left out. */
    OnnxTextEncoder(String name, Kind kind, int mostWindows, Loading loading) {
        this.name = name;
        this.kind = kind;
        this.mostWindows = mostWindows;
        this.loading = loading;
    }

    @FunctionalInterface
    interface Loading {
        Loaded load() throws UnusableModelException;
    }

    record Loaded(OnnxModel model, Tokenizer tokenizer) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Outcome encode(List<String> texts) {
        try {
            var encoder = loaded();
            var vectors = new ArrayList<float[]>(texts.size());
            for (var text : texts) {
                vectors.add(vector(encoder, text));
            }
            return new Outcome.Encoded(vectors);
        } catch (OrtException e) {
            return new Outcome.Failed("The model '" + name + "' does not take the text: " + e.getMessage());
        } catch (UnusableModelException e) {
            return new Outcome.Failed("The text encoder '" + name + "' cannot be used. " + e.getMessage());
        }
    }

    private synchronized Loaded loaded() throws UnusableModelException {
        if (loaded == null) {
            loaded = loading.load();
        }
        return loaded;
    }

    private float[] vector(Loaded encoder, String text) throws OrtException, UnusableModelException {
        var tokenizer = encoder.tokenizer();
        var windows = Windows.of(tokenizer.pieces().of(text), tokenizer, mostWindows);
        var sum = new MeanDirection();
        for (var window : windows) {
            sum.add(encoder.model().vector(window, tokenizer.padding()), window.length);
        }
        return sum.vector()
                .orElseThrow(() -> new UnusableModelException("It makes vectors that are zero or not finite."));
    }
}
