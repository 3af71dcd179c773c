package io.accession.core.object;

import org.jspecify.annotations.Nullable;

/**
 * What a host name says about Amazon S3: the partition, and the bucket unless it stands in the path. Current, legacy, dual-stack, FIPS and
 * accelerated names are read; access points, websites and the like are other things than buckets and are not.
 *
 * @param bucket null for path-style
 */
record AmazonHost(String partition, @Nullable String bucket) {

    static @Nullable AmazonHost parse(String host) {
        if (host.endsWith(".amazonaws.com")) {
            return parse(host.substring(0, host.length() - ".amazonaws.com".length()), "aws");
        }
        if (host.endsWith(".amazonaws.com.cn")) {
            return parse(host.substring(0, host.length() - ".amazonaws.com.cn".length()), "aws-cn");
        }
        if (host.endsWith(".amazonaws.eu")) {
            return parse(host.substring(0, host.length() - ".amazonaws.eu".length()), "aws-eusc");
        }
        return null;
    }

    /** The partition that a region belongs to. */
    static String partitionOf(String region) {
        if (region.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("eusc-") ? "aws-eusc" : "aws";
    }

    // Reads the labels from the right, because buckets may hold dots, and even ".s3.".
    private static @Nullable AmazonHost parse(String stem, String partition) {
        int last = stem.lastIndexOf('.') + 1;
        String label = stem.substring(last);
        if (isRegion(label)) {
            String itsPartition = partition.equals("aws") ? partitionOf(label) : partition;
            int service = serviceStart(stem, last, "s3", "s3-fips");
            return service < 0 ? null : host(stem, service, itsPartition);
        }
        if (label.equals("dualstack")) {
            int service = serviceStart(stem, last, "s3-accelerate");
            return service <= 0 ? null : host(stem, service, partition);
        }
        if (label.equals("s3-accelerate")) {
            return last == 0 ? null : host(stem, last, partition);
        }
        if (label.equals("s3") || label.startsWith("s3-external-")) {
            return host(stem, last, partition);
        }
        return legacyRegional(stem, last, label, partition);
    }

    private static @Nullable AmazonHost legacyRegional(String stem, int last, String label, String partition) {
        String region = label.startsWith("s3-fips-")
                ? label.substring("s3-fips-".length())
                : label.startsWith("s3-") ? label.substring("s3-".length()) : "";
        if (!isRegion(region)) {
            return null;
        }
        return host(stem, last, partition.equals("aws") ? partitionOf(region) : partition);
    }

    /** Where the service's labels start that end before {@code end}, or -1 when they are none of the given. */
    private static int serviceStart(String stem, int end, String... services) {
        int before = end - 1; // the offset of the dot
        if (stem.startsWith(".dualstack", before - ".dualstack".length())) {
            before -= ".dualstack".length();
        }
        for (String service : services) {
            int start = before - service.length();
            if (start >= 0 && stem.startsWith(service, start) && (start == 0 || stem.charAt(start - 1) == '.')) {
                return start;
            }
        }
        return -1;
    }

    private static AmazonHost host(String stem, int service, String partition) {
        return new AmazonHost(partition, service == 0 ? null : stem.substring(0, service - 1));
    }

    /** {@code eu-west-1}, {@code us-gov-east-1}, {@code ap-southeast-2}: letters, words, a number. */
    static boolean isRegion(String label) {
        int first = label.indexOf('-');
        int last = label.lastIndexOf('-');
        if (first < 2 || first > 4 || last <= first + 1 || last == label.length() - 1) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '0' && c <= '9';
            if (i > last ? !digit : (!letter && c != '-')) {
                return false;
            }
        }
        return true;
    }
}
