package io.accession.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build has made of the sources. */
final class BuiltPagesTest {

    private static final Path UI = Path.of("target/ui/io/accession/web");
    private static final Pattern NAMED_SCRIPT = Pattern.compile("\"/(assets/[^\"]+\\.js)\"");
    private static final Pattern IMPORTED_SCRIPT = Pattern.compile("(?:from|import)\"\\./([^\"]+\\.js)\"");
    private static final Pattern PAGE = Pattern.compile("[A-Z]\\w*Page-[^.]+\\.js");
    private static final long MOST_BYTES = 400 << 10;

    @Test
    void noPageNeedsMoreThan400KibibytesOfCompressedScriptsToBegin() throws IOException {
        var first = scripts(Files.readString(UI.resolve("index.html")), NAMED_SCRIPT, "");

        assertThat(first).isNotEmpty();
        assertThat(pages())
                .hasSizeGreaterThan(10)
                .allSatisfy(page ->
                        assertThat(bytes(first, page)).as("scripts of %s", page).isLessThanOrEqualTo(MOST_BYTES));
    }

    private static List<String> pages() throws IOException {
        try (var assets = Files.list(UI.resolve("assets"))) {
            return assets.map(asset -> asset.getFileName().toString())
                    .filter(name -> PAGE.matcher(name).matches())
                    .map(name -> "assets/" + name)
                    .toList();
        }
    }

    /** As they are sent, of what comes first, of a page, and of all that these import. */
    private static long bytes(List<String> first, String page) {
        var needed = new HashSet<String>();
        first.forEach(script -> need(script, needed));
        need(page, needed);
        return needed.stream().mapToLong(BuiltPagesTest::sentBytes).sum();
    }

    private static void need(String script, Set<String> needed) {
        if (needed.add(script)) {
            scripts(text(script), IMPORTED_SCRIPT, "assets/").forEach(imported -> need(imported, needed));
        }
    }

    private static List<String> scripts(String text, Pattern pattern, String directory) {
        return pattern.matcher(text)
                .results()
                .map(result -> directory + result.group(1))
                .toList();
    }

    private static String text(String script) {
        try {
            return Files.readString(UI.resolve(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sentBytes(String script) {
        return Stream.of(UI.resolve(script + ".gz"), UI.resolve(script))
                .filter(Files::exists)
                .findFirst()
                .map(file -> file.toFile().length())
                .orElseThrow();
    }
}
