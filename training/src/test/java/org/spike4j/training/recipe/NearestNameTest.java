package org.spike4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "Tau, tau, 0", "flaw, lawn, 2", "same, same, 0"})
    void distanceCountsInsertedDeletedAndReplacedLetters(String a, String b, int distance) {
        assertThat(NearestName.distance(a, b)).isEqualTo(distance);
        assertThat(NearestName.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void aNameFarFromAllHasNoSuggestion() {
        assertThat(NearestName.nearest("velocity", List.of("tau", "threshold"))).isEmpty();
        assertThat(NearestName.nearest("treshold", List.of("tau", "threshold"))).contains("threshold");
    }
}
