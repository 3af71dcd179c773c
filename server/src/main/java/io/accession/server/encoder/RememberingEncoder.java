package io.accession.server.encoder;

import io.accession.core.embedding.TextEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the vectors of the texts that were asked for last, so that the pages of a search ask for the like of the same vector, and a service is
 * not asked again for each of them.
 */
public final class RememberingEncoder implements TextEncoder {

    private static final int REMEMBERED = 200;

    private final TextEncoder encoder;

    /** Guarded by itself; the text that was used longest ago comes first. */
    private final Map<String, float[]> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    public RememberingEncoder(TextEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public Kind kind() {
        return encoder.kind();
    }

    @Override
    public Outcome encode(List<String> texts) {
        return recall(texts).<Outcome>map(Outcome.Encoded::new).orElseGet(() -> {
            var outcome = encoder.encode(texts);
            if (outcome instanceof Outcome.Encoded(var vectors)) {
                remember(texts, vectors);
            }
            return outcome;
        });
    }

    /** Empty when one is not known. */
    private Optional<List<float[]>> recall(List<String> texts) {
        var vectors = new ArrayList<float[]>(texts.size());
        synchronized (known) {
            for (var text : texts) {
                var vector = known.get(text);
                if (vector == null) {
                    return Optional.empty();
                }
                vectors.add(vector);
            }
        }
        return Optional.of(vectors);
    }

    private void remember(List<String> texts, List<float[]> vectors) {
        synchronized (known) {
            for (int i = 0; i < texts.size(); i++) {
                known.put(texts.get(i), vectors.get(i));
            }
        }
    }
}
