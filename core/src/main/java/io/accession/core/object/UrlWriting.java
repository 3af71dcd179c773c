package io.accession.core.object;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the URL of an object so that {@link ObjectUrls} reads the same object back. As short and as literal as can be; what a literal form
 * cannot hold is percent-encoded. Safe for use by many threads.
 */
public final class UrlWriting {

    private static final String UNRESERVED = "-._~/!$'()*,:@=";

    private UrlWriting() {}

    /** Empty where no form names the object. {@code withoutSpaces} is what a manifest in CSV asks for. */
    public static Optional<String> url(ObjectLocation object, Addressing addressing, boolean withoutSpaces) {
        return Stream.of(literal(object), encoded(object))
                .filter(url -> !url.isEmpty() && !(withoutSpaces && hasSpace(url)))
                .filter(url -> names(url, object, addressing))
                .findFirst();
    }

    private static boolean names(String url, ObjectLocation object, Addressing addressing) {
        return ObjectUrls.resolve(url, addressing) instanceof Resolution.Located(var location)
                && location.equals(object);
    }

    private static String literal(ObjectLocation object) {
        return switch (object.provider()) {
            case AWS_S3, S3_COMPATIBLE -> "s3://" + object.bucket() + "/" + object.key();
            case GOOGLE -> "gs://" + object.bucket() + "/" + object.key();
            case LOCAL -> object.key();
            case AZURE, WEB -> "";
        };
    }

    private static String encoded(ObjectLocation object) {
        String path = "/" + object.bucket() + "/" + encode(object.key());
        return switch (object.provider()) {
            case AWS_S3 -> "https://" + amazonHost(object.endpoint()) + path;
            case S3_COMPATIBLE -> object.endpoint() + path;
            case GOOGLE -> "https://" + object.endpoint() + path;
            case AZURE -> (object.endpoint().contains("://") ? "" : "https://") + object.endpoint() + path;
            case LOCAL -> "file://" + encode(object.endpoint() + "/" + object.key());
            case WEB -> "";
        };
    }

    /** A host without region, or with one of the partition where the partition has no such host. */
    private static String amazonHost(String partition) {
        return switch (partition) {
            case "aws-cn" -> "s3.cn-north-1.amazonaws.com.cn";
            case "aws-us-gov" -> "s3.us-gov-west-1.amazonaws.com";
            case "aws-eusc" -> "s3.eusc-de-east-1.amazonaws.eu";
            default -> "s3.amazonaws.com";
        };
    }

    private static boolean hasSpace(String url) {
        return url.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String encode(String key) {
        var encoded = new StringBuilder(key.length() + 16);
        for (byte value : key.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (value >= 'a' && value <= 'z')
                    || (value >= 'A' && value <= 'Z')
                    || (value >= '0' && value <= '9')
                    || UNRESERVED.indexOf(value) >= 0;
            if (plain) {
                encoded.append((char) value);
            } else {
                encoded.append('%').append(hex(value >> 4)).append(hex(value));
            }
        }
        return encoded.toString();
    }

    private static char hex(int value) {
        return "0123456789ABCDEF".charAt(value & 0xF);
    }
}
