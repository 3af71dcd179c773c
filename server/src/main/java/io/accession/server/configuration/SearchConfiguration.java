package io.accession.server.configuration;

import io.accession.core.embedding.TextModels;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What items are found by beside their metadata.
 *
 * @param readsContent whether texts and PDFs are read, where their integration allows it, to be found by their words
 * @param knowsMeaning whether items are found by what their own texts mean
 * @param encoders of embeddings, by which texts are understood
 */
public record SearchConfiguration(boolean readsContent, boolean knowsMeaning, List<KeyEncoder> encoders) {

    private static final String WITHOUT_MODELS =
            "this distribution comes without text encoders of its own (lib/encoder-*.jar and what it needs)";

    public SearchConfiguration {
        encoders = List.copyOf(encoders);
    }

    static SearchConfiguration of(Values values, EncoderSettings encoders) {
        if (values.flag(Keys.SEARCH_MEANING) && isWithoutModels()) {
            values.fault(Keys.SEARCH_MEANING, WITHOUT_MODELS);
        }
        encoders.requireModels(SearchConfiguration::isWithoutModels, WITHOUT_MODELS);
        return new SearchConfiguration(
                values.flag(Keys.SEARCH_CONTENT), values.flag(Keys.SEARCH_MEANING), encoders.encoders());
    }

    private static boolean isWithoutModels() {
        return ServiceLoader.load(TextModels.class).findFirst().isEmpty();
    }
}
