package io.accession.catalog.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * What an operator may want to choose about the embedded server.
 *
 * @param durable whether a committed transaction is on disk when its commit returns. Only tests say no.
 */
public record PostgresSettings(int sharedBuffersMegabytes, int maxWalMegabytes, int maxConnections, boolean durable) {

    // Seven files, one for each day of the week, each emptied when its day returns. Failed statements are not written:
    // their
    // sender reports them, they may hold customers' data, and they would make the log grow without bound.
    private static final List<String> LOGGING = List.of(
            "logging_collector=on",
            "log_directory=log",
            "log_filename=postgres-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_timezone=UTC",
            "timezone=UTC");

    public PostgresSettings {
        if (sharedBuffersMegabytes < 16 || maxWalMegabytes < 64 || maxConnections < 10) {
            throw new IllegalArgumentException(
                    "The embedded PostgreSQL needs at least 16 MB of shared buffers, 64 MB of WAL"
                            + " and 10 connections");
        }
    }

    /** For one machine that also runs Accession itself: about 400 MB of memory, and few checkpoints while loading. */
    public static PostgresSettings standard() {
        return new PostgresSettings(256, 3072, 60, true);
    }

    /** For tests: fast, many connections, and nothing survives a power cut. */
    public static PostgresSettings forTests() {
        return new PostgresSettings(64, 1024, 200, false);
    }

    /** The server's arguments; on the command line they win over {@code postgresql.conf}. */
    List<String> arguments() {
        var settings = new ArrayList<>(List.of(
                "shared_buffers=" + sharedBuffersMegabytes + "MB",
                "max_wal_size=" + maxWalMegabytes + "MB",
                "max_connections=" + maxConnections,
                "fsync=" + durable,
                "synchronous_commit=" + durable,
                "full_page_writes=" + durable,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "wal_buffers=16MB",
                "checkpoint_timeout=15min",
                "checkpoint_completion_target=0.9",
                "maintenance_work_mem=128MB",
                "work_mem=16MB",
                "effective_cache_size=1GB",
                "random_page_cost=1.1",
                "jit=off",
                "cluster_name=accession"));
        settings.addAll(LOGGING);
        return settings.stream()
                .flatMap(setting -> List.of("-c", setting).stream())
                .toList();
    }
}
