package io.accession.testkit.search;

import static io.accession.testkit.search.SearchGiven.FOLDER;
import static io.accession.testkit.search.SearchGiven.OTHER_FOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.Filter;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.Similar;
import io.accession.core.search.Similar.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every search index promises about neighbours. */
abstract class SimilarContract extends FilterContract {

    private static final int MOST = 10;
    private static final ReadableFolders OPEN = new ReadableFolders.Only(Set.of(FOLDER));

    private ItemId image(double x, double y) {
        return given.image("1.jpg", "{'look': [" + x + ", " + y + "]}");
    }

    private ItemId video(String frames) {
        var facts = new MediaFacts.Video("video/mp4", 1, 1, 1, 25, 10, null);
        var metadata = "{'speed': 5, '$encord': {'frames': " + frames + "}}";
        return given.add(FOLDER, ItemKind.VIDEO, "v.mp4", null, false, facts, metadata);
    }

    private static Anchor towards(float x, float y) {
        return new Anchor.Given(new float[] {x, y});
    }

    private static Anchor of(ItemId item) {
        return new Anchor.OfItem(item);
    }

    private static Similar like(Anchor... anchors) {
        return new Similar(LOOK, List.of(anchors), List.of(), MOST);
    }

    private static SearchRequest near(Similar similar, Filter filter, SearchOrder order, int limit) {
        return new SearchRequest(filter, similar, order, List.of(), limit, null);
    }

    private SearchHits neighbours(Similar similar, Filter filter) {
        return hits(near(similar, filter, new SearchOrder.Relevance(), 100), OPEN);
    }

    private List<SeenHit> seen(Similar similar) {
        return seen(neighbours(similar, Filter.everything()));
    }

    private static List<SeenHit> seen(SearchHits hits) {
        return hits.hits().stream()
                .map(hit -> new SeenHit(hit.item(), hit.frame() == null ? -1 : hit.frame()))
                .toList();
    }

    /** {@code frame} is -1 for the item itself. */
    private record SeenHit(ItemId item, long frame) {}

    private static SeenHit whole(ItemId item) {
        return new SeenHit(item, -1);
    }

    private static SeenHit frame(ItemId item, long frame) {
        return new SeenHit(item, frame);
    }

    @Test
    void whatPointsTheSameWayComesFirstWhateverItsLength() {
        var across = image(0, 1);
        var along = image(1_000, 1);
        var against = image(-1, 0);
        given.image("none.jpg", "{}");
        image(0, 0);

        var hits = neighbours(like(towards(3, 0)), Filter.everything());

        assertThat(items(hits)).containsExactly(along, across, against);
        assertThat(hits.hits().get(1).score()).isCloseTo(0, within(1e-6));
        assertThat(hits.hits().get(2).score()).isCloseTo(-1, within(1e-6));
        assertThat(hits.total()).isEqualTo(3);
        assertThat(hits.precision()).isEqualTo(SearchHits.Precision.EXACT);
    }

    @Test
    void framesAreFoundByTheirVectorsAndFilteredByTheirVideos() {
        var image = image(1, 0);
        var first = video("{'10': {'look': [1, 0.1]}, '20': {'look': [0, 1]}, '30': {}}");
        var second = video("{'7': {'look': [1, 0.2]}}");
        var onlySecond = new Filter.Items(Set.of(second));

        assertThat(seen(like(towards(1, 0))))
                .containsExactly(whole(image), frame(first, 10), frame(second, 7), frame(first, 20));
        assertThat(seen(neighbours(like(towards(1, 0)), onlySecond))).containsExactly(frame(second, 7));
    }

    @Test
    void anAnchorIsNoNeighbourOfItsOwn() {
        var image = image(1, 0);
        var video = video("{'10': {'look': [1, 0.1]}, '20': {'look': [0, 1]}}");

        assertThat(seen(like(of(image)))).containsExactly(frame(video, 10), frame(video, 20));
        assertThat(seen(like(new Anchor.OfFrame(video, 20)))).containsExactly(frame(video, 10), whole(image));
    }

    @Test
    void anchorsDrawAndRepelTogether() {
        var right = image(1, 0);
        var up = image(0, 1);
        var between = image(1, 1);
        var below = image(1, -1);

        var both = like(of(right), of(up));
        var rightAndNotUp = new Similar(LOOK, List.of(towards(1, 0)), List.of(of(up)), 2);
        var notBetween = new Similar(LOOK, List.of(), List.of(towards(1, 1)), MOST);
        assertThat(seen(both)).containsExactly(whole(between), whole(below));
        assertThat(seen(rightAndNotUp)).containsExactly(whole(below), whole(right));
        assertThat(items(neighbours(notBetween, Filter.everything())))
                .startsWith(below)
                .endsWith(between);

        var nowhere = new Similar(LOOK, List.of(towards(1, 0)), List.of(towards(2, 0)), 1);
        assertThat(answer(near(nowhere, Filter.everything(), new SearchOrder.Relevance(), 1), OPEN))
                .isEqualTo(new SearchAnswer.AnchorsCancel());
    }

    @Test
    void anAnchorThatIsNotThereIsTold() {
        var none = given.image("none.jpg", "{}");
        var closed = given.image(OTHER_FOLDER, "closed.jpg", 1, 1, "{'look': [1, 0]}");
        var video = video("{'10': {'look': [1, 0.1]}}");

        for (var anchor :
                List.of(of(none), of(closed), of(SearchGiven.id(99)), of(video), new Anchor.OfFrame(video, 11))) {
            assertThat(answer(near(like(anchor), Filter.everything(), new SearchOrder.Relevance(), 1), OPEN))
                    .isEqualTo(new SearchAnswer.AnchorMissing(anchor));
        }
    }

    @Test
    void whatMayNotBeReadIsNoNeighbour() {
        var open = image(1, 0);
        given.image(OTHER_FOLDER, "closed.jpg", 1, 1, "{'look': [1, 0]}");

        assertThat(seen(like(towards(1, 0)))).containsExactly(whole(open));
    }

    @Test
    void neighboursArePagedCountedAndSortedAsWanted() {
        for (int i = 1; i <= 9; i++) {
            given.image("1.jpg", "{'look': [1, " + i + "], 'speed': " + i % 3 + ", 'night': " + (i < 4) + "}");
        }
        var video = video("{'1': {'look': [1, 0]}, '2': {'look': [1, 0.5]}}");
        var similar = like(towards(1, 0));
        var byNight = List.<Facet>of(new Facet.Terms(NIGHT, 10));

        for (var order : List.of(new SearchOrder.Relevance(), new SearchOrder.ByField(SPEED, true))) {
            var request = new SearchRequest(Filter.everything(), similar, order, byNight, 100, null);
            var all = hits(request, OPEN);

            assertThat(all.total()).isEqualTo(MOST);
            assertThat(paged(near(similar, Filter.everything(), order, 3))).isEqualTo(seen(all));
            assertThat(seen(hits(request.from(7), OPEN))).isEqualTo(seen(all).subList(7, MOST));
            assertThat(seen(hits(request.from(11), OPEN))).isEmpty();
            assertThat(all.facets())
                    .containsExactly(new FacetCounts.Terms(
                            NIGHT,
                            List.of(
                                    new FacetCounts.Term(new TypedValue.Flag(false), 5),
                                    new FacetCounts.Term(new TypedValue.Flag(true), 3)),
                            2,
                            1));
        }
        var bySpeed = near(similar, Filter.everything(), new SearchOrder.ByField(SPEED, true), 100);
        assertThat(seen(hits(bySpeed, OPEN)))
                .startsWith(frame(video, 1), frame(video, 2), whole(SearchGiven.id(2)), whole(SearchGiven.id(5)));
    }

    private List<SeenHit> paged(SearchRequest request) {
        var paged = new ArrayList<SeenHit>();
        var page = hits(request, OPEN);
        paged.addAll(seen(page));
        while (page.next() != null) {
            page = hits(request.after(page.next()), OPEN);
            paged.addAll(seen(page));
        }
        return paged;
    }
}
