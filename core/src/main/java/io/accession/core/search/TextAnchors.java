package io.accession.core.search;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.embedding.TextEncoder;
import io.accession.core.search.Similar.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts vectors in the place of the texts among anchors. */
final class TextAnchors {

    private final TextEncoders encoders;

    TextAnchors(TextEncoders encoders) {
        this.encoders = encoders;
    }

    /**
     * All texts are encoded at once.
     *
     * @throws RegistryException when the field's encoder fails, or makes something else than vectors of the field
     */
    Similar encoded(Similar similar) {
        var texts = Stream.concat(similar.like().stream(), similar.unlike().stream())
                .flatMap(anchor -> anchor instanceof Anchor.OfText(var text) ? Stream.of(text) : Stream.empty())
                .distinct()
                .toList();
        if (texts.isEmpty()) {
            return similar;
        }
        var vectors = vectors(similar.field(), texts);
        return new Similar(
                similar.field(),
                replaced(similar.like(), texts, vectors),
                replaced(similar.unlike(), texts, vectors),
                similar.most());
    }

    private static List<Anchor> replaced(List<Anchor> anchors, List<String> texts, List<float[]> vectors) {
        var replaced = new ArrayList<Anchor>(anchors.size());
        for (var anchor : anchors) {
            replaced.add(
                    anchor instanceof Anchor.OfText(var text)
                            ? new Anchor.Given(vectors.get(texts.indexOf(text)))
                            : anchor);
        }
        return replaced;
    }

    private List<float[]> vectors(SearchField field, List<String> texts) {
        var encoder = encoders.find(field).orElseThrow();
        return switch (encoder.encode(texts)) {
            case TextEncoder.Outcome.Encoded(var vectors) -> {
                vectors.forEach(vector -> requireFitting(field, encoder, vector));
                yield vectors;
            }
            case TextEncoder.Outcome.Failed(var reason) ->
                throw new RegistryException(new RegistryError.Unavailable(
                        "The text could not be encoded for '" + field.name() + "'. " + reason));
        };
    }

    private static void requireFitting(SearchField field, TextEncoder encoder, float[] vector) {
        if (vector.length != field.dimensions()) {
            throw new RegistryException(new RegistryError.Conflict("The text encoder '" + encoder.name()
                    + "' makes vectors of " + vector.length + " numbers, and those of '" + field.name() + "' have "
                    + field.dimensions() + ". The operator has to give the embedding the encoder that belongs to it."));
        }
    }
}
