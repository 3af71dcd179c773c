package io.accession.bench;

import io.accession.catalog.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills a folder with images that have twenty keys of metadata, made by the database itself. */
final class SearchFilling {

    static final int PORTION = 20_000;

    /** Of all types but embeddings: five enums, five numbers, two booleans, two datetimes, three texts, one UUID, one long text, one place. */
    static final String SCHEMA = """
            {"weather": {"ty": "enum", "values": ["sun", "rain", "snow", "fog", "hail"]},
             "light": {"ty": "enum", "values": ["day", "dusk", "night"]},
             "road": {"ty": "enum", "values": ["motorway", "street", "track", "lane"]},
             "split": {"ty": "enum", "values": ["train", "test", "check"]},
             "quality": {"ty": "enum", "values": ["good", "fair", "poor"]},
             "speed": {"ty": "variant", "hint": "number"}, "heading": {"ty": "variant", "hint": "number"},
             "temperature": {"ty": "variant", "hint": "number"}, "objects": {"ty": "variant", "hint": "number"},
             "score": {"ty": "variant", "hint": "number"},
             "blurred": {"ty": "variant", "hint": "boolean"}, "reviewed": {"ty": "variant", "hint": "boolean"},
             "captured": {"ty": "variant", "hint": "datetime"}, "checked": {"ty": "variant", "hint": "datetime"},
             "city": {"ty": "variant", "hint": "varchar"}, "vehicle": {"ty": "variant", "hint": "varchar"},
             "camera": {"ty": "variant", "hint": "varchar"}, "drive": {"ty": "variant", "hint": "uuid"},
             "notes": {"ty": "variant", "hint": "text"}, "place": {"ty": "geospatial"}}
            """;

    /** The same with an embedding of four numbers. */
    static final String SCHEMA_WITH_LOOK =
            SCHEMA.replace("\"place\"", "\"look\": {\"ty\": \"embedding\", \"size\": 4}, \"place\"");

    private static final String INSERT = """
            INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, object_url, integration_id, mime_type, bytes, width, height,
                              client_metadata, is_hidden, created_by, created_at, edited_at)
            SELECT CAST(lpad(to_hex(1750000000000 + n / 50), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0') AS uuid),
                   CAST(? AS uuid), 'image', 'cam_' || n % 8 || '-' || lpad(CAST(n AS text), 8, '0') || '.jpg',
                   sha256(CAST(CAST(n AS text) AS bytea)), 0,
                   's3://fleet/drive-' || n / 1000 || '/cam_' || n % 8 || '-' || lpad(CAST(n AS text), 8, '0') || '.jpg',
                   CAST(? AS uuid), 'image/jpeg', 100000 + r % 900000, 1920, 1080,
                   jsonb_build_object(
                       'weather', (ARRAY['sun', 'rain', 'snow', 'fog', 'hail'])[1 + r % 5],
                       'light', (ARRAY['day', 'dusk', 'night'])[1 + r / 5 % 3],
                       'road', (ARRAY['motorway', 'street', 'track', 'lane'])[1 + r / 15 % 4],
                       'split', (ARRAY['train', 'test', 'check'])[1 + r / 60 % 3],
                       'quality', (ARRAY['good', 'fair', 'poor'])[1 + r / 180 % 3],
                       'speed', r % 1300 / 10.0, 'heading', r % 360, 'temperature', r / 7 % 500 / 10.0 - 10,
                       'objects', r % 40, 'score', r % 100000 / 100000.0,
                       'blurred', r % 10 = 0, 'reviewed', r % 3 = 0)
                   || jsonb_build_object(
                       'captured', timestamptz '2024-01-01' + make_interval(secs => r % 60000000),
                       'checked', timestamptz '2025-01-01' + make_interval(secs => r % 30000000),
                       'city', 'city ' || r % 60, 'vehicle', 'vehicle-' || r % 2000, 'camera', 'camera ' || n % 8,
                       'drive', md5(CAST(n / 1000 AS text))::uuid,
                       'notes', 'a cyclist waits near the bridge of city ' || r % 60 || ' while a truck turns ' || r % 90,
                       'place', jsonb_build_object('latitude', 45 + r % 10000 / 1000.0, 'longitude', 5 + r % 7000 / 700.0))
                   || CASE WHEN CAST(? AS boolean) THEN jsonb_build_object('look', jsonb_build_array(
                          sin(r % 30) + r % 1000 / 5000.0, cos(r % 30) + r / 7 % 1000 / 5000.0, sin(r % 7), r / 3 % 1000 / 1000.0))
                      ELSE '{}' END,
                   false, CAST(? AS uuid), now(), now()
              FROM (SELECT n, abs(hashint4(n)) AS r FROM generate_series(CAST(? AS integer), CAST(? AS integer)) AS n) AS numbered
            """;

    private final DatabaseAddress address;
    private final @Nullable UUID integration;
    private final boolean hasLook;

    SearchFilling(DatabaseAddress address) {
        this(address, null, false);
    }

    /** {@code hasLook} gives each item an embedding. */
    SearchFilling(DatabaseAddress address, @Nullable UUID integration, boolean hasLook) {
        this.address = address;
        this.integration = integration;
        this.hasLook = hasLook;
    }

    /** A portion to a transaction, as registration does. */
    void fill(UUID folder, int items) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            for (int from = 0; from < items; from += PORTION) {
                insert(connection, folder, from, Math.min(items, from + PORTION) - 1);
            }
        }
    }

    private void insert(Connection connection, UUID folder, int from, int to) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, folder);
            statement.setObject(2, integration);
            statement.setBoolean(3, hasLook);
            statement.setObject(4, folder);
            statement.setInt(5, from);
            statement.setInt(6, to);
            statement.executeUpdate();
        }
    }
}
