package io.accession.server.rest;

import io.accession.server.http.Call;
import java.util.List;
import java.util.UUID;

/** Checks lists of ids in requests. */
final class ManyIds {

    private ManyIds() {}

    static void check(String pointer, List<UUID> ids, int most) {
        if (ids.isEmpty() || ids.size() > most) {
            throw Call.invalid(pointer, "One to " + most + " ids are expected, got " + ids.size() + ".");
        }
    }
}
