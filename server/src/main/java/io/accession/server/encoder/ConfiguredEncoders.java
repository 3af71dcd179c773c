package io.accession.server.encoder;

import io.accession.core.embedding.TextEncoder;
import io.accession.core.embedding.TextModels;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.SearchField;
import io.accession.core.search.TextEncoders;
import io.accession.server.configuration.KeyEncoder;
import io.accession.server.configuration.SearchConfiguration;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpTimeouts;
import io.accession.storage.http.OutboundGuard;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocketFactory;

/** The text encoders of a configuration. Those that run in this process are loaded when they are first used. */
public final class ConfiguredEncoders implements AutoCloseable {

    /** People wait for it. */
    private static final HttpTimeouts TIMEOUTS =
            new HttpTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(20));

    private final ScheduledThreadPoolExecutor watch;
    private final GuardedHttp http;
    private final Optional<TextEncoder> ofMeaning;
    private final TextEncoders encoders;

    /** Services that the operator names may lie in private networks; what is never read is not asked either. */
    public ConfiguredEncoders(SearchConfiguration search, OutboundGuard guard) {
        this.watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("encoder-deadlines").factory());
        watch.setRemoveOnCancelPolicy(true);
        this.http = new GuardedHttp(guard, true, TIMEOUTS, (SSLSocketFactory) SSLSocketFactory.getDefault(), watch);
        this.ofMeaning = search.knowsMeaning() ? Optional.of(models().builtIn()) : Optional.empty();
        var byField = new HashMap<String, TextEncoder>();
        ofMeaning.ifPresent(encoder -> byField.put(ItemProperty.MEANING.wireName(), encoder));
        search.encoders().forEach(one -> byField.put(SearchField.METADATA_PREFIX + one.key(), encoder(one)));
        this.encoders = new TextEncoders(byField);
    }

    private static TextModels models() {
        return ServiceLoader.load(TextModels.class)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the configuration was read in a distribution with encoders"));
    }

    private TextEncoder encoder(KeyEncoder configured) {
        return switch (configured) {
            case KeyEncoder.BuiltIn _ -> models().builtIn();
            case KeyEncoder.ModelFiles(var key, var model, var tokenizer) -> models().open(key, model, tokenizer);
            case KeyEncoder.Endpoint(var _, var url, var model, var tokenFile) ->
                new RememberingEncoder(new EndpointEncoder(url, model, tokenFile, http));
        };
    }

    public TextEncoders byField() {
        return encoders;
    }

    /** Empty when nobody looks for meaning. */
    public Optional<TextEncoder> ofMeaning() {
        return ofMeaning;
    }

    @Override
    public void close() {
        http.close();
        watch.shutdownNow();
    }
}
