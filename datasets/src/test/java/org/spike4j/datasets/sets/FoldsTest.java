package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.event.EventStream;

class FoldsTest {
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "5, 3", "23, 4"})
    void stratifiedPartsHaveTheSameShareOfEachClassGiveOrTakeASample(int k, long seed) {
        List<EventSample> samples = samples(23, 3);
        List<Fold> folds = Folds.stratified(samples, k, seed);

        assertThat(folds).hasSize(k);
        List<EventSample> tested = new ArrayList<>();
        for (Fold fold : folds) {
            tested.addAll(fold.test());
            assertThat(fold.train())
                    .doesNotContainAnyElementsOf(fold.test())
                    .hasSize(23 - fold.test().size());
            assertThat(fold.test().size()).isBetween(23 / k, 23 / k + 1);
            for (int label = 0; label < 3; label++) {
                long wanted = count(samples, label);
                assertThat(count(fold.test(), label)).isBetween(wanted / k, (wanted + k - 1) / k);
            }
        }
        assertThat(tested).containsExactlyInAnyOrderElementsOf(samples);
        assertThat(Folds.stratified(samples, k, seed)).isEqualTo(folds);
        assertThat(k < 23 && Folds.stratified(samples, k, seed + 1).equals(folds))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "6, 3"})
    void groupsStayTogetherAndPartsAreOfAboutOneSize(int k, long seed) {
        List<EventSample> samples = samples(40, 6);
        List<Fold> folds = Folds.byGroup(samples, k, seed);

        assertThat(folds.stream().flatMap(fold -> fold.test().stream())).containsExactlyInAnyOrderElementsOf(samples);
        for (Fold fold : folds) {
            List<String> tested =
                    fold.test().stream().map(EventSample::group).distinct().toList();
            assertThat(fold.train()).extracting(EventSample::group).doesNotContainAnyElementsOf(tested);
            assertThat(fold.test().size()).isBetween(40 / k - 7, 40 / k + 7);
        }
        assertThat(Folds.byGroup(samples, k, seed)).isEqualTo(folds);
    }

    @Test
    void aShareOfEachClassIsHeldOut() {
        Fold fold = Folds.holdOut(samples(30, 3), 0.2, 1);

        assertThat(fold.train()).hasSize(24);
        assertThat(IntStream.range(0, 3).mapToLong(label -> count(fold.test(), label)))
                .containsExactly(2L, 2L, 2L);
    }

    @Test
    void numbersOfFoldsThatCannotBeMadeAreRefused() {
        List<EventSample> samples = samples(9, 3);

        assertThatThrownBy(() -> Folds.stratified(samples, 10, 0)).hasMessageContaining("2 to the 9 samples, were 10");
        assertThatThrownBy(() -> Folds.byGroup(samples, 4, 0)).hasMessageContaining("2 to the 3 groups, were 4");
        assertThatThrownBy(() -> Folds.stratified(samples, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<EventSample> samples(int count, int groups) {
        EventStream none = EventStream.builder(1, 1).build();
        return IntStream.range(0, count)
                .mapToObj(i -> new EventSample("s" + i, i % 3, "g" + i % groups, () -> none))
                .toList();
    }

    private static long count(List<EventSample> samples, int label) {
        return samples.stream().filter(sample -> sample.label() == label).count();
    }
}
