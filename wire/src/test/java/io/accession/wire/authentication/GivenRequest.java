package io.accession.wire.authentication;

import io.accession.wire.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that can be bent. */
record GivenRequest(String method, String target, Map<String, String> headers, String text) implements WireRequest {

    private static final String PARAMETERS = "(\"@method\" \"@request-target\" \"content-digest\");created=1700000000;"
            + "keyid=\"" + OneKey.KEY + "\";alg=\"ed25519\"";

    /** The first test vector of the specification. */
    static GivenRequest listing() {
        return new GivenRequest(
                "GET",
                "/v2/public/storage/folders?search=a+b%26c&desc=False&pageToken=tok%2F2%3D%3D",
                Map.of(
                        "content-digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
                        "signature-input", "encord-sig=" + PARAMETERS,
                        "signature",
                                "encord-sig=:XSnr5xHJOD7Sori3gXqzzmzBZm0oERLFnjuTtbdVq+fa4JJqvTg1TWA38ldWJVjSPKfhv5MGsObRNItafoXuAQ==:"),
                "");
    }

    /** The second one; the letter é is an escape in its body. */
    static GivenRequest creation() {
        return new GivenRequest(
                "POST",
                "/v2/public/storage/folders",
                Map.of(
                        "content-digest", "sha-256=:nRJbovEGhGO35QAy2PFBu7pw2UFnc+zwNS69GQ1onV8=:",
                        "signature-input", "encord-sig=" + PARAMETERS,
                        "signature",
                                "encord-sig=:w1PHNbd7xUatU3jetjMSsbfv6SBHAbKlytReBIVyfClY3WSg0FHd2maRASDshjqlc6I06PJZ/ipg/rERB5ABCQ==:"),
                "{\"name\": \"\\u00e9\"}");
    }

    GivenRequest with(String header, String value) {
        var changed = new HashMap<>(headers);
        changed.put(header, value);
        return new GivenRequest(method, target, changed, text);
    }

    GivenRequest without(String header) {
        var changed = new HashMap<>(headers);
        changed.remove(header);
        return new GivenRequest(method, target, changed, text);
    }

    GivenRequest asking(String otherMethod, String otherTarget) {
        return new GivenRequest(otherMethod, otherTarget, headers, text);
    }

    String value(String header) {
        return header(header).orElseThrow();
    }

    @Override
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public String path(String parameter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> query(String parameter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isConfidential() {
        return !headers.containsKey("Via");
    }

    @Override
    public String origin() {
        return "http://localhost";
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String id() {
        return "request";
    }
}
