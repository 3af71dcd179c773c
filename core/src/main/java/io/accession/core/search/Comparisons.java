package io.accession.core.search;

import io.accession.core.curation.FilterPresets;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Items;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.ComparisonAnswer.Compared;
import io.accession.core.search.ComparisonAnswer.Group;
import io.accession.core.search.ComparisonAnswer.Placed;
import io.accession.core.search.FoundGroups.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares items for somebody: what they may not read is not compared. A few questions are answered at a time. */
public final class Comparisons {

    private static final int AT_ONCE = 2;
    private static final int RETRY_AFTER_SECONDS = 15;

    /** A page ends with the group that brings it here. */
    private static final int ITEMS_OF_PAGE = 10_000;

    private static final int KEPT = 4;

    private final ItemComparing index;
    private final SearchScope scope;
    private final MetadataSchemas schemas;
    private final FilterPresets presets;
    private final Items items;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** The last answers, for their next pages. */
    private final Map<Question, Compared<Group>> kept = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Compared<Group>> eldest) {
            return size() > KEPT;
        }
    };

    private record Question(Comparison.NearDuplicates question, ReadableFolders readable) {}

    public Comparisons(
            ItemComparing index, SearchScope scope, MetadataSchemas schemas, FilterPresets presets, Items items) {
        this.index = index;
        this.scope = scope;
        this.schemas = schemas;
        this.presets = presets;
        this.items = items;
    }

    /**
     * A page of groups. Items that were removed meanwhile are left out, and groups of which one item is left.
     *
     * @param question a JSON object (docs/curation.md)
     * @throws RegistryException when the question is wrong, with all faults, or asks for too much
     */
    public FoundGroups nearDuplicates(Principal asking, String question) {
        var json = Search.json(question);
        var page = reader(asking).nearDuplicates(json);
        var answer = groups(new Question(page.question(), scope.readable(asking)), page.after() != null);
        var all = answer.found();
        int from = page.after() == null ? 0 : behind(all, page.after());
        int end = end(all, from, page.limit());
        var shown = new ArrayList<FoundGroups.Group>();
        var there = items.readOpen(asking, ids(all.subList(from, end))).stream().collect(Search.byId());
        for (var group : all.subList(from, end)) {
            var members = members(group.items(), there);
            if (members.size() > 1) {
                int gone = group.items().size() - members.size();
                shown.add(new FoundGroups.Group(group.size() - gone, members));
            }
        }
        var next = end == all.size() ? null : SearchToken.of(json).text(position(all.get(end - 1)));
        return new FoundGroups(shown, all.size(), answer.candidates(), answer.precision(), next);
    }

    private static List<ItemId> ids(List<Group> groups) {
        return groups.stream().flatMap(group -> ids(group.items().stream())).toList();
    }

    private static Stream<ItemId> ids(Stream<Placed> placed) {
        return placed.map(Placed::item);
    }

    private static List<Member> members(List<Placed> placed, Map<ItemId, RegisteredItem> there) {
        var members = new ArrayList<Member>();
        for (var one : placed) {
            var item = there.get(one.item());
            if (item != null) {
                members.add(new Member(item, one.distance()));
            }
        }
        return members;
    }

    private static SearchPosition position(Group last) {
        return new SearchPosition(new TypedValue.Quantity(last.size()), last.first(), null);
    }

    /** Whether a group comes behind the last of a page depends on the two alone: other groups may have gone meanwhile. */
    private static int behind(List<Group> groups, SearchPosition after) {
        double size = after.value() instanceof TypedValue.Quantity(var number) ? number : 0;
        int next = 0;
        while (next < groups.size() && !isBehind(groups.get(next), size, after.item())) {
            next++;
        }
        return next;
    }

    private static boolean isBehind(Group group, double size, ItemId first) {
        return group.size() < size || (group.size() == size && ItemId.BY_BYTES.compare(group.first(), first) > 0);
    }

    private static int end(List<Group> groups, int from, int limit) {
        int end = from;
        for (int members = 0; end < groups.size() && end < from + limit && members < ITEMS_OF_PAGE; end++) {
            members += groups.get(end).items().size();
        }
        return end;
    }

    private Compared<Group> groups(Question question, boolean isNextPage) {
        var known = isNextPage ? find(question) : null;
        if (known != null) {
            return known;
        }
        var answer = answer(() -> index.nearDuplicates(question.question(), question.readable()));
        keep(question, answer);
        return answer;
    }

    private synchronized @Nullable Compared<Group> find(Question question) {
        return kept.get(question);
    }

    private synchronized void keep(Question question, Compared<Group> answer) {
        kept.put(question, answer);
    }

    /**
     * A few items out of many.
     *
     * @param question a JSON object (docs/curation.md)
     * @throws RegistryException when the question is wrong, with all faults, or asks for too much
     */
    public PickedItems pick(Principal asking, Comparison.Choice choice, String question) {
        var pick = reader(asking).pick(Search.json(question), choice);
        var readable = scope.readable(asking);
        var answer = answer(() -> index.pick(pick, readable));
        var there = items.readOpen(asking, ids(answer.found().stream()).toList()).stream()
                .collect(Search.byId());
        return new PickedItems(members(answer.found(), there), answer.candidates(), answer.precision());
    }

    private ComparisonReader reader(Principal asking) {
        return new ComparisonReader(new SearchFields(Search.schema(schemas)), new AskersPlaces(scope, presets, asking));
    }

    private <T> Compared<T> answer(Supplier<ComparisonAnswer<T>> comparing) {
        if (!turns.tryAcquire()) {
            throw new RegistryException(new RegistryError.TooManyRequests(
                    "Items are being compared for " + AT_ONCE + " others already.", RETRY_AFTER_SECONDS));
        }
        try {
            return answer(comparing.get());
        } finally {
            turns.release();
        }
    }

    private static <T> Compared<T> answer(ComparisonAnswer<T> answer) {
        return switch (answer) {
            case Compared<T> compared -> compared;
            case ComparisonAnswer.TooMany<T>(long candidates, int most) ->
                throw Search.invalid(String.format(
                        Locale.ROOT,
                        "%,d items pass the filter and have what they are compared by; at most %,d are compared at once."
                                + " Narrow the filter: name a folder, a kind or a time.",
                        candidates,
                        most));
            case ComparisonAnswer.Refused<T>(SearchAnswer.TookTooLong(var limit)) ->
                throw Search.invalid("Comparing took longer than " + limit.toSeconds()
                        + " s. Narrow the filter, lower the threshold, or ask for fewer items.");
            case ComparisonAnswer.Refused<T>(var refusal) -> throw Search.refused(refusal);
        };
    }
}
