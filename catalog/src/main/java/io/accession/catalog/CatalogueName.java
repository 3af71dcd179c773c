package io.accession.catalog;

/** What tells a catalogue from every other: transactions are numbered anew in another cluster, by a restore, and in a timeline that branches off. */
public final class CatalogueName {

    /** An expression of SQL. */
    public static final String SQL = """
            (SELECT concat_ws(' ', n.id, c.system_identifier, left(pg_walfile_name(pg_current_wal_lsn()), 8))
               FROM incarnation n, pg_control_system() c)
            """;

    private CatalogueName() {}
}
