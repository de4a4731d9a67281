package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void everyClassGivesItsShare(long seed) {
        List<Integer> labels = new ArrayList<>(Collections.nCopies(100, 0));
        labels.addAll(Collections.nCopies(33, 2));
        labels.addAll(Collections.nCopies(4, 1));
        Collections.shuffle(labels, new java.util.Random(seed));

        Set<Integer> held = HeldOut.stratified(labels, 0.1, seed);

        assertThat(held.stream().filter(i -> labels.get(i) == 0)).hasSize(10);
        assertThat(held.stream().filter(i -> labels.get(i) == 2)).hasSize(3);
        assertThat(held.stream().filter(i -> labels.get(i) == 1)).isEmpty();
        assertThat(HeldOut.stratified(labels, 0.1, seed)).isEqualTo(held);
        assertThat(HeldOut.stratified(labels, 0.1, seed + 1)).isNotEqualTo(held);
    }

    @Test
    void shareOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> HeldOut.stratified(List.of(), 1, 0)).hasMessageContaining("validation share");
        assertThatThrownBy(() -> HeldOut.stratified(List.of(), Double.NaN, 0)).hasMessageContaining("share");
        assertThat(HeldOut.stratified(List.of(1, 2), 0, 0)).isEmpty();
    }
}
