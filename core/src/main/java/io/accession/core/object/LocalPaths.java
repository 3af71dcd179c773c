package io.accession.core.object;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Paths below the root of a local integration, as text: nothing is looked up, so links are the store's concern. {@code .}, {@code ..}
 * and doubled slashes are resolved here, because to a file system they are spellings of one file.
 */
final class LocalPaths {

    private LocalPaths() {}

    static ObjectLocation locate(String given, @Nullable String root) {
        String path = isFileUrl(given) ? pathOf(given) : given;
        if (path.endsWith("/") || path.isEmpty()) {
            throw UnusableUrl.invalid("The URL names a directory, not a file.");
        }
        String rootPath = root == null ? "" : root;
        String key = path.startsWith("/") ? below(rootPath, "/" + normalised(path)) : normalised(path);
        return new ObjectLocation(Provider.LOCAL, rootPath, "", key, null);
    }

    static boolean isFileUrl(String url) {
        return url.regionMatches(true, 0, "file:/", 0, 6);
    }

    private static String pathOf(String url) {
        String rest = url.substring("file:".length());
        if (!rest.startsWith("//")) {
            return PercentCoding.decode(rest);
        }
        int slash = rest.indexOf('/', 2);
        String host = rest.substring(2, slash < 0 ? rest.length() : slash);
        if (!host.isEmpty() && !host.equalsIgnoreCase("localhost")) {
            throw UnusableUrl.invalid("A file URL names no other host: write file:/// and an absolute path.");
        }
        return slash < 0 ? "" : PercentCoding.decode(rest.substring(slash));
    }

    private static String below(String root, String path) {
        String start = root.endsWith("/") ? root : root + "/";
        if (root.isEmpty() || !path.startsWith(start)) {
            throw UnusableUrl.outside("The path is not below the root directory of the storage integration.");
        }
        return path.substring(start.length());
    }

    private static String normalised(String path) {
        var names = new ArrayDeque<String>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..") && names.pollLast() == null) {
                throw UnusableUrl.outside("The path leads out of the root directory of the storage integration.");
            }
            if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.addLast(name);
            }
        }
        if (names.isEmpty()) {
            throw UnusableUrl.invalid("The URL names a directory, not a file.");
        }
        return String.join("/", names);
    }
}
