package io.accession.catalog;

import io.accession.core.manifest.EntryParser;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ManifestLimits;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Understands the entries that lie in {@code upload_unit}. For one thread. */
final class UnitRows {

    private final EntryParser parser;

    UnitRows(ManifestLimits limits) {
        this.parser = new EntryParser(limits);
    }

    ManifestEntry entry(ResultSet row) throws SQLException {
        var bytes = row.getString("entry").getBytes(StandardCharsets.UTF_8);
        return parser.parse(row.getString("type_key"), bytes, 0, bytes.length);
    }
}
