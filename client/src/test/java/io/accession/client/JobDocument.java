package io.accession.client;

import java.util.UUID;

/** Upload jobs as a server writes them. */
final class JobDocument {

    static final UUID JOB = UUID.fromString("01890000-0000-7000-8000-0000000000aa");

    private JobDocument() {}

    static String pending(int registered) {
        return job("PENDING", "PROBING", registered);
    }

    static String done(int registered) {
        return job("DONE", "ENDED", registered);
    }

    private static String job(String state, String phase, int registered) {
        return """
                {"id":"01890000-0000-7000-8000-0000000000aa","state":"%s","phase":"%s",\
                "folderId":"01890000-0000-7000-8000-0000000000bb","folderName":"fleet",\
                "integrationId":"01890000-0000-7000-8000-0000000000cc","fileName":"fleet.json","ignoreErrors":true,\
                "skipDuplicateUrls":false,"upsertMetadata":false,"createdAt":"2026-01-02T03:04:05Z","createdBy":"a@b.c",\
                "endedAt":null,"counts":{"entries":3,"planned":3,"known":0,"trusted":0,"toProbe":3,"probed":%d,\
                "registered":%d,"metadataUpdated":0,"duplicatesInManifest":0,"failed":0,"cancelled":0},\
                "cost":{"requests":3,"bytes":900},"warnings":[],"message":null}""".formatted(state, phase, registered, registered);
    }
}
