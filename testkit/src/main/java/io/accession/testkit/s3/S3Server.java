package io.accession.testkit.s3;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server over a directory of its own, that checks signatures. */
public final class S3Server implements AutoCloseable {

    public static final String ACCESS_KEY_ID = "accession";
    public static final String SECRET_ACCESS_KEY = "very-secret";

    private final S3Proxy server;

    private S3Server(S3Proxy server) {
        this.server = server;
    }

    public static S3Server start(Path directory, String... buckets) throws Exception {
        for (String bucket : buckets) {
            Files.createDirectories(directory.resolve(bucket));
        }
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", directory.toString());
        var server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY_ID, SECRET_ACCESS_KEY)
                .blobStore(BlobStores.create("filesystem-nio2", properties))
                .build();
        server.start();
        return new S3Server(server);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not stop", e);
        }
    }
}
