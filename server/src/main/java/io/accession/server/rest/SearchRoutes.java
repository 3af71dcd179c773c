package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.EncodedField;
import io.accession.api.SearchableField;
import io.accession.core.embedding.TextEncoder;
import io.accession.core.search.Search;
import io.accession.core.search.SearchField;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finding items. */
public final class SearchRoutes {

    private final Search search;

    public SearchRoutes(Search search) {
        this.search = search;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/search", this::find),
                Operation.get("/api/v1/search/fields", this::listFields),
                Operation.get("/api/v1/search/encoders", this::listEncoders));
    }

    private void find(Call call) throws IOException {
        var page = search.search(call.asking(), call.body(JsonNode.class).toString());
        call.answer(SearchOnTheWire.shown(page));
    }

    private void listFields(Call call) throws IOException {
        call.answer(search.fields().all().stream().map(SearchRoutes::shown).toList());
    }

    private void listEncoders(Call call) throws IOException {
        var encoders = new ArrayList<EncodedField>();
        search.encoders()
                .forEach((field, encoder) -> encoders.add(
                        new EncodedField(field.name(), field.dimensions(), encoder.name(), shown(encoder.kind()))));
        call.answer(encoders);
    }

    private static String shown(TextEncoder.Kind kind) {
        return switch (kind) {
            case BUILT_IN -> "built-in";
            case MODEL -> "model";
            case ENDPOINT -> "endpoint";
        };
    }

    private static SearchableField shown(SearchField field) {
        var kind = field.kind();
        return new SearchableField(
                field.name(),
                kind.wireName(),
                field.options(),
                kind.operators(),
                field.isSortable(),
                kind.isScale() ? "histogram" : kind.isCountable() ? "terms" : "none");
    }
}
