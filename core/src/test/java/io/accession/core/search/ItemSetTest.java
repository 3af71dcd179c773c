package io.accession.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.ItemId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ItemSetTest {

    private static ItemId id(long high, long low) {
        return new ItemId(new UUID(high, low));
    }

    @Test
    void itHoldsWhatItWasMadeOf() {
        var ids = LongStream.range(0, 1_000).mapToObj(i -> id(i * i, -i)).collect(Collectors.toSet());

        var items = ItemSet.of(ids);

        assertThat(items.size()).isEqualTo(1_000);
        assertThat(items.stream()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(items::contains);
        assertThat(items.contains(id(4, -3))).isFalse();
        assertThat(ItemSet.of(Set.of()).contains(id(0, 0))).isFalse();
    }

    @Test
    void twoThatHoldTheSameAreEqual() {
        var one = id(1, 2);
        var other = id(-1, 2);

        assertThat(ItemSet.of(List.of(one, other, one)))
                .isEqualTo(ItemSet.of(List.of(other, one)))
                .hasSameHashCodeAs(ItemSet.of(List.of(other, one)))
                .isNotEqualTo(ItemSet.of(List.of(one)));
    }

    @Test
    void sortedIdsAreInTheOrderOfTheirBytes() {
        var first = id(1, -1).value();
        var last = id(-1, 1).value();

        assertThat(ItemSet.ofSorted(List.of(first, last).iterator(), 0).size()).isEqualTo(2);
        assertThatThrownBy(() -> ItemSet.ofSorted(List.of(last, first).iterator(), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
