package io.accession.storage;

import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectStore;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpTimeouts;
import io.accession.storage.http.OutboundGuard;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocketFactory;

/** The stores of all integrations in use. Those of an older version of an integration are closed when the newer one is opened. */
public final class OpenedStores implements ObjectStores {

    private record Opened(StorageIntegration integration, ObjectStore store) {}

    private final OutboundGuard guard;
    private final HttpTimeouts timeouts;
    private final SSLSocketFactory tls;
    private final ScheduledThreadPoolExecutor watch;
    private final CloudStores clouds = CloudStores.ofThisServer();
    private final Map<IntegrationId, Opened> opened = new ConcurrentHashMap<>();

    public OpenedStores(OutboundGuard guard) {
        this(guard, HttpTimeouts.DEFAULT, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    public OpenedStores(OutboundGuard guard, HttpTimeouts timeouts, SSLSocketFactory tls) {
        this.guard = guard;
        this.timeouts = timeouts;
        this.tls = tls;
        this.watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("storage-deadlines").factory());
        watch.setRemoveOnCancelPolicy(true);
    }

    @Override
    public ObjectStore open(StorageIntegration integration) {
        return opened.compute(integration.id(), (_, current) -> {
                    if (current != null && current.integration().equals(integration)) {
                        return current;
                    }
                    boolean newer = current == null
                            || integration.version() >= current.integration().version();
                    if (!newer) {
                        return current;
                    }
                    if (current != null) {
                        current.store().close();
                    }
                    return new Opened(integration, create(integration));
                })
                .store();
    }

    /** A guarded client of its own, for the check of an integration. The caller closes it. */
    GuardedHttp http(StorageIntegration integration) {
        return new GuardedHttp(guard, integration.allowPrivateNetwork(), timeouts, tls, watch);
    }

    @Override
    public void close() {
        opened.values().forEach(each -> each.store().close());
        opened.clear();
        watch.shutdownNow();
    }

    private ObjectStore create(StorageIntegration integration) {
        return switch (integration.settings()) {
            case IntegrationSettings.S3 s3 -> new S3Store(new S3Clients(s3, http(integration)), nameOf(s3));
            case IntegrationSettings.Gcs gcs -> clouds.open(gcs, http(integration), serversOwnHttp());
            case IntegrationSettings.Azure azure -> clouds.open(azure, http(integration), serversOwnHttp());
            case IntegrationSettings.Direct() -> new WebStore(http(integration));
            case IntegrationSettings.Local(var root) -> new LocalDirectoryStore(root);
        };
    }

    private GuardedHttp serversOwnHttp() {
        return GuardedHttp.forTheServersOwnCredentials(tls, watch);
    }

    private static String nameOf(IntegrationSettings.S3 s3) {
        String endpoint = s3.endpoint();
        return endpoint == null ? "Amazon S3" : endpoint.substring(endpoint.indexOf("://") + 3);
    }
}
