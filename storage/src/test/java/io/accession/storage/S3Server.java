package io.accession.storage;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server over a directory of its own, that checks signatures. */
final class S3Server {

    private final S3Proxy server;

    private S3Server(S3Proxy server) {
        this.server = server;
    }

    static S3Server start(Path directory, String... buckets) throws Exception {
        for (String bucket : buckets) {
            Files.createDirectories(directory.resolve(bucket));
        }
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", directory.toString());
        var server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "accession", "very-secret")
                .blobStore(BlobStores.create("filesystem-nio2", properties))
                .build();
        server.start();
        return new S3Server(server);
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    void stop() throws Exception {
        server.stop();
    }
}
