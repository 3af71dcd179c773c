package io.accession.cli;

/** What a server answers. */
final class Documents {

    static final String FOLDER = "01890000-0000-7000-8000-0000000000bb";
    static final String OTHER_FOLDER = "01890000-0000-7000-8000-0000000000b2";
    static final String INTEGRATION = "01890000-0000-7000-8000-0000000000cc";
    static final String JOB = "01890000-0000-7000-8000-0000000000aa";
    static final String USER = "01890000-0000-7000-8000-0000000000dd";

    private Documents() {}

    static String folder(String id, String name) {
        return """
                {"id":"%s","name":"%s","parentId":null,"path":["top","%s"],"description":null,\
                "createdAt":"2026-01-02T03:04:05.678Z","role":"admin","clientMetadata":{},\
                "itemCounts":{"image":1200,"video":3}}""".formatted(id, name, name);
    }

    static String integration(String title) {
        return """
                {"id":"%s","title":"%s","settings":{"type":"s3","bucket":"fleet","region":null,"endpoint":null,\
                "pathStyle":false,"accessKeyId":null,"roleArn":"arn:x","externalId":"e-1"},"strictClientOnly":false,\
                "role":"admin","allowPrivateNetwork":false,"signedUrlLifetimeSeconds":3600,"createdAt":"2026-01-02T03:04:05Z"}""".formatted(INTEGRATION, title);
    }

    static String job(String state, int registered, int failed) {
        return job(state, state.equals("PENDING") ? "PROBING" : "ENDED", registered, failed);
    }

    static String job(String state, String phase, int registered, int failed) {
        return """
                {"id":"%s","state":"%s","phase":"%s","folderId":"%s","folderName":"fleet","integrationId":"%s",\
                "fileName":"fleet.json","ignoreErrors":true,"skipDuplicateUrls":false,"upsertMetadata":false,\
                "createdAt":"2026-01-02T03:04:05Z","createdBy":"a@b.c","endedAt":null,"counts":{"entries":3,"planned":3,\
                "known":0,"trusted":0,"toProbe":3,"probed":%d,"registered":%d,"metadataUpdated":0,\
                "duplicatesInManifest":0,"failed":%d,"cancelled":0},"cost":{"requests":3,"bytes":123456},\
                "warnings":[{"code":"TRAILING_COMMA","message":"A comma too many","count":2,"line":4,"column":9}],\
                "message":null}""".formatted(JOB, state, phase, FOLDER, INTEGRATION, registered + failed, registered, failed);
    }

    static String ended(String job) {
        return "event: ended\ndata: " + job + "\n\n";
    }
}
