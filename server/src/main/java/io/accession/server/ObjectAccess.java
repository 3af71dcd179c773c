package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.registry.PostgresHostedObjects;
import io.accession.core.hosted.HostedStorage;
import io.accession.core.hosted.HostedUploads;
import io.accession.core.quality.PictureDecoder;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Items;
import io.accession.core.registry.SignedUrls;
import io.accession.core.thumbnail.ThumbnailCache;
import io.accession.core.thumbnail.Thumbnails;
import io.accession.media.FfmpegThumbnailer;
import io.accession.media.FormatProber;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.encoder.ConfiguredEncoders;
import io.accession.server.http.Operation;
import io.accession.server.media.MediaRoutes;
import io.accession.server.media.SignedMediaPaths;
import io.accession.server.media.UploadedFiles;
import io.accession.server.rest.ItemUrls;
import io.accession.server.rest.ManifestRoutes;
import io.accession.server.rest.SignedUrlRoutes;
import io.accession.server.rest.ThumbnailRoutes;
import io.accession.storage.OpenedStores;
import io.accession.storage.http.OutboundGuard;
import io.accession.storage.inventory.Inventories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What leads to the bytes of objects, and looks into them, put together. */
final class ObjectAccess implements AutoCloseable {

    /** What small pictures may take of the data directory's disk. */
    private static final long THUMBNAIL_BYTES = 1L << 30;

    private final ServerConfiguration configuration;
    private final Integrations integrations;
    private final OpenedStores stores;
    private final ConfiguredEncoders encoders;
    private final SignedMediaPaths media;
    private final HostedUploads hosted;
    private final UploadedFiles uploadedFiles;
    private final FormatProber prober;
    private final FfmpegThumbnailer thumbnailer;

    /** {@code ownPorts} are those that no object URL may lead to. */
    ObjectAccess(
            ServerConfiguration configuration,
            Database database,
            Supplier<UUID> ids,
            SealedSecrets vault,
            Integrations integrations,
            Supplier<Set<Integer>> ownPorts) {
        this.configuration = configuration;
        this.integrations = integrations;
        var guard = new OutboundGuard(ownPorts);
        this.stores = new OpenedStores(guard);
        this.encoders = new ConfiguredEncoders(configuration.search(), guard);
        this.media = new SignedMediaPaths(vault.mediaKey(), Clock.systemUTC());
        var uploads = configuration.storage().hosted();
        var uploaded = new PostgresHostedObjects(database.jdbi(), ids);
        this.hosted = new HostedUploads(
                uploaded, new HostedStorage(uploads.integration(), integrations::find), stores, media);
        this.uploadedFiles =
                new UploadedFiles(media, uploaded, uploads.directory(), uploads.fileBytes(), Clock.systemUTC());
        var programs = configuration.data().resolve("media");
        this.prober = new FormatProber(programs);
        this.thumbnailer = new FfmpegThumbnailer(programs, configuration.jobs().framePixels());
    }

    OpenedStores stores() {
        return stores;
    }

    ConfiguredEncoders encoders() {
        return encoders;
    }

    FormatProber prober() {
        return prober;
    }

    PictureDecoder decoder() {
        return thumbnailer;
    }

    HostedUploads hosted() {
        return hosted;
    }

    SignedUrls signedUrls() {
        return new SignedUrls(stores, media);
    }

    ItemUrls urls(Items items) {
        return new ItemUrls(
                items, integrations, signedUrls(), configuration.http().publicUrl(), Clock.systemUTC());
    }

    void removeUnusedUploads() {
        hosted.removeUnused();
        uploadedFiles.removeUnfinished();
    }

    List<Operation> operations(Items items) {
        var data = configuration.data();
        var cache = new ThumbnailCache(data.resolve("thumbnails"), THUMBNAIL_BYTES, Clock.systemUTC());
        return Stream.of(
                        new SignedUrlRoutes(items, urls(items)).operations(),
                        new ThumbnailRoutes(new Thumbnails(items, integrations, stores, thumbnailer, cache))
                                .operations(),
                        new ManifestRoutes(
                                        integrations,
                                        stores,
                                        prober,
                                        configuration.limits(),
                                        Inventories.formats(data.resolve("spool")),
                                        data.resolve("spool"))
                                .operations())
                .flatMap(List::stream)
                .toList();
    }

    /** Bytes of local and hosted objects, to be had and to be given. */
    List<Operation> files() {
        return Stream.of(new MediaRoutes(media, integrations::find, stores).operations(), uploadedFiles.operations())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        try (stores;
                encoders) {
            thumbnailer.close();
            prober.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
