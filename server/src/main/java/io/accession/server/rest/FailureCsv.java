package io.accession.server.rest;

import io.accession.api.UnitFailure;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** Failures as CSV (RFC 4180): a row per URL, and one for an entry without any. */
final class FailureCsv {

    static final String HEADER =
            "object_url,title,item_type,json_pointer,line,column,code,retryable,attempts,message,subtask_uuid\r\n";

    private FailureCsv() {}

    static void write(UnitFailure failure, Writer out) throws IOException {
        var urls = failure.objectUrls().isEmpty() ? List.of("") : failure.objectUrls();
        for (var url : urls) {
            out.write(row(url, failure));
        }
    }

    private static String row(String url, UnitFailure failure) {
        return CsvRow.of(Stream.of(
                url,
                failure.title(),
                failure.itemType(),
                failure.jsonPointer(),
                failure.line(),
                failure.column(),
                failure.code(),
                failure.retryable(),
                failure.attempts(),
                failure.message(),
                failure.subtaskUuid()));
    }
}
