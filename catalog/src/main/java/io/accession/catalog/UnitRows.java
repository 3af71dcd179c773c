package io.accession.catalog;

import io.accession.core.manifest.EntryParser;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.object.IdentityHash;
import io.accession.core.plan.SoundEntry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Understands the entries that lie in {@code upload_unit}. For one thread. */
final class UnitRows {

    /**
     * Units are taken some at a time, and fewer when their entries are large: after the one that passes this many bytes no other follows.
     * An entry may be as large as its limit allows, so that a number alone would not bound memory.
     */
    static final long PAGE_BYTES = 8 << 20;

    private final EntryParser parser;

    UnitRows(ManifestLimits limits) {
        this.parser = new EntryParser(limits);
    }

    /** A unit that was found sound. */
    SoundEntry sound(ResultSet row) throws SQLException {
        var found = SightingsJson.read(row.getString("facts"));
        return new SoundEntry(
                row.getInt("ordinal"),
                row.getInt("slot"),
                IdentityHash.of(row.getBytes("identity_hash")),
                entry(row),
                found.sightings(),
                found.rendition());
    }

    ManifestEntry entry(ResultSet row) throws SQLException {
        var bytes = row.getString("entry").getBytes(StandardCharsets.UTF_8);
        return parser.parse(row.getString("type_key"), bytes, 0, bytes.length);
    }
}
