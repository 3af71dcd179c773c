package io.accession.catalog;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemId;
import io.accession.core.job.JobTerms;
import io.accession.core.promote.UnitResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes down what became of units, all of them in one statement. */
final class UnitResults {

    private static final String RECORD = """
        UPDATE upload_unit u
           SET state = coalesce(r.state, u.state), item_id = r.item_id,
               facts = CASE WHEN r.state IS NULL THEN u.facts ELSE r.facts::jsonb END,
               failure_code = r.failure_code, failure_message = r.failure_message,
               due_at = now() + r.pause_ms * interval '1 millisecond'
          FROM unnest(:ordinals, :states, :items, :facts, :codes, :messages, :pauses)
            AS r (ordinal, state, item_id, facts, failure_code, failure_message, pause_ms)
         WHERE u.job_id = :job AND u.ordinal = r.ordinal
        """;

    private final List<Integer> ordinals = new ArrayList<>();
    private final List<@Nullable String> states = new ArrayList<>();
    private final List<@Nullable UUID> items = new ArrayList<>();
    private final List<@Nullable String> facts = new ArrayList<>();
    private final List<@Nullable String> codes = new ArrayList<>();
    private final List<@Nullable String> messages = new ArrayList<>();
    private final List<Integer> pauses = new ArrayList<>();

    private UnitResults() {}

    /** {@code results} by ordinal. */
    static void record(Handle handle, JobTerms job, Map<Integer, UnitResult> results) {
        var rows = new UnitResults();
        results.forEach(rows::add);
        handle.createUpdate(RECORD)
                .bind("job", job.id().value())
                .bind("ordinals", SqlArrays.integers(handle, rows.ordinals.stream()))
                .bind("states", SqlArrays.texts(handle, rows.states.stream()))
                .bind("items", SqlArrays.uuids(handle, rows.items.stream()))
                .bind("facts", SqlArrays.texts(handle, rows.facts.stream()))
                .bind("codes", SqlArrays.texts(handle, rows.codes.stream()))
                .bind("messages", SqlArrays.texts(handle, rows.messages.stream()))
                .bind("pauses", SqlArrays.integers(handle, rows.pauses.stream()))
                .execute();
    }

    private void add(int ordinal, UnitResult result) {
        ordinals.add(ordinal);
        switch (result) {
            case UnitResult.Registered(ItemId item) -> add("REGISTERED", item.value(), null, null, Duration.ZERO);
            case UnitResult.Known(ItemId item) -> add("REGISTERED", item.value(), null, null, Duration.ZERO);
            case UnitResult.Remembered(var sightings, var rendition) ->
                add("PROBED", null, SightingsJson.write(sightings, rendition), null, Duration.ZERO);
            case UnitResult.ToRender(var sightings) ->
                add("TO_RENDER", null, SightingsJson.write(sightings, null), null, Duration.ZERO);
            case UnitResult.Failed(Failure failure) -> add("FAILED", null, null, failure, Duration.ZERO);
            case UnitResult.Later(Failure failure, Duration pause) -> add(null, null, null, failure, pause);
        }
    }

    /** The state is null where it does not change. */
    private void add(
            @Nullable String state,
            @Nullable UUID item,
            @Nullable String found,
            @Nullable Failure failure,
            Duration pause) {
        states.add(state);
        items.add(item);
        facts.add(found);
        codes.add(failure == null ? null : failure.code().name());
        messages.add(failure == null ? null : failure.message());
        pauses.add(Math.toIntExact(pause.toMillis()));
    }
}
