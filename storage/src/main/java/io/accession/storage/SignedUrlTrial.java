package io.accession.storage;

import io.accession.storage.IntegrationCheck.Finding;
import io.accession.storage.http.GuardedHttp;
import io.accession.storage.http.HttpAnswer;
import io.accession.storage.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One try of a signed URL, as a page in a browser would fetch it. */
final class SignedUrlTrial {

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");
    private static final int MOST_OF_A_COMPLAINT = 8 << 10;

    private final GuardedHttp http;
    private final WebTarget target;
    private final @Nullable String origin;

    /** {@code origin} is null to leave CORS out; {@code http} stays the caller's to close. */
    SignedUrlTrial(GuardedHttp http, WebTarget target, @Nullable String origin) {
        this.http = http;
        this.target = target;
        this.origin = origin;
    }

    /** Of sign and cors. */
    List<Finding> findings() throws IOException {
        String allowed;
        try (var answer = http.exchange(request("GET", List.of(new HttpRequest.Header("Range", "bytes=0-0"))))) {
            boolean fetched = answer.status() == 200 || answer.status() == 206;
            boolean empty = answer.status() == 416;
            if (!fetched && !empty) {
                return List.of(Finding.failed("sign", refusal(answer)), Finding.skipped("cors", "Depends on signing."));
            }
            allowed = answer.header("access-control-allow-origin");
        }
        return List.of(
                Finding.ok("sign", "A signed URL can be fetched without credentials."),
                origin == null ? Finding.skipped("cors", "No origin was named.") : cors(origin, allowed));
    }

    private String refusal(HttpAnswer answer) throws IOException {
        var complaint = new String(answer.body().readNBytes(MOST_OF_A_COMPLAINT), StandardCharsets.UTF_8);
        var code = CODE.matcher(complaint);
        return "A signed URL could not be fetched. "
                + StorageFailures.ofStatus(answer.status(), target.host())
                        .failure()
                        .message()
                + (code.find() ? " The storage calls it " + code.group(1) + "." : "")
                + ClockSkew.of(answer.header("date"), Instant.now()).hint();
    }

    private Finding cors(String page, @Nullable String allowed) throws IOException {
        if (!isAllowed(allowed, page)) {
            String what = allowed == null ? "does not send Access-Control-Allow-Origin" : "allows another origin only";
            return Finding.failed("cors", "The storage " + what + ". " + cure(page));
        }
        var asking = List.of(
                new HttpRequest.Header("Access-Control-Request-Method", "GET"),
                new HttpRequest.Header("Access-Control-Request-Headers", "range"));
        try (var answer = http.exchange(request("OPTIONS", asking))) {
            if (answer.status() / 100 != 2) {
                return Finding.failed(
                        "cors",
                        "The storage refuses the browser's preflight request, OPTIONS with Range (" + answer.status()
                                + "). " + cure(page));
            }
            if (!names(answer.header("access-control-allow-headers"), "range")) {
                return Finding.failed(
                        "cors",
                        "The storage's Access-Control-Allow-Headers leaves Range out, which players need to seek. "
                                + cure(page));
            }
        }
        return Finding.ok("cors", "Pages of " + page + " may fetch objects and parts of them.");
    }

    private static boolean isAllowed(@Nullable String allowed, String page) {
        return allowed != null && (allowed.equals("*") || allowed.equals(page));
    }

    private static boolean names(@Nullable String list, String header) {
        return list != null
                && Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || each.equalsIgnoreCase(header));
    }

    private static String cure(String page) {
        return "Add a CORS rule to the bucket that allows GET and HEAD with the header Range from " + page
                + " and exposes Content-Range, Content-Length and ETag.";
    }

    private HttpRequest request(String method, List<HttpRequest.Header> others) {
        var headers = new ArrayList<>(others);
        if (origin != null) {
            headers.add(new HttpRequest.Header("Origin", origin));
        }
        return new HttpRequest(method, target.tls(), target.host(), target.port(), target.path(), headers, null);
    }
}
