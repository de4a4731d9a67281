package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What does not fit an array is left to other products, before anything is allocated. */
class SpikeProductTest {

    @Test
    void inputsThatExceedAnArrayAreLeftToOtherProducts() {
        PatchShape wide = new PatchShape(64, 32, 32, 3, 3, 1, 1, 1, 1, 64);
        assertThat(SpikeProduct.fits(wide, 1 << 12)).isTrue();
        assertThat(SpikeProduct.fits(wide, 1 << 22)).isFalse();
        PatchShape events = new PatchShape(2, 128, 128, 3, 3, 1, 1, 1, 1, 64);
        assertThat(SpikeProduct.fits(events, 1 << 12)).isTrue();
        assertThat(SpikeProduct.fits(events, 1 << 18)).isFalse();
        assertThat(SpikeProduct.fits(events, 1L << 40)).isFalse();
    }

    @Test
    void weightsThatExceedAnArrayAreLeftToOtherProducts() {
        assertThat(SpikeProduct.fits(PatchShape.dense(64, 1 << 14, 1 << 14), 1)).isTrue();
        assertThat(SpikeProduct.fits(PatchShape.dense(64, 1 << 16, 1 << 15), 1)).isFalse();
    }

    @Test
    void geometryThatExceedsAnIntIsRefused() {
        assertThatThrownBy(() -> new PatchShape(1 << 20, 1 << 6, 1 << 12, 1, 1, 1, 1, 0, 0, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 2^30 inputs");
    }
}
