package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileGridTest {

    @ParameterizedTest(name = "{0}x{1}, {2} channels, pooling {3}, T = {4}")
    @CsvSource({
        "64, 64, 64, 2, 16",
        "1, 1, 16, 1, 1",
        "13, 19, 16, 2, 4",
        "7, 9, 80, 3, 100",
        "33, 5, 64, 2, 5000",
        "2, 301, 16, 1, 7"
    })
    void tilesHoldEachOutputOnceAndWholeWindows(int height, int width, int outputs, int pool, int steps) {
        PatchShape shape = new PatchShape(2, height, width, 3, 3, 1, 1, 1, 1, outputs);
        TileGrid grid = TileGrid.of(shape, pool, steps);
        int[][] covered = new int[height][width];
        for (int tile = 0; tile < grid.count(); tile++) {
            PatchSpan span = grid.span(tile, 5);
            assertThat(span.image()).isEqualTo(5);
            assertThat(span.y() % pool).isZero();
            assertThat(span.x() % pool).isZero();
            assertThat((long) span.outputs() * outputs).isLessThanOrEqualTo(grid.largest());
            for (int k = 0; k < span.outputs(); k++) {
                covered[span.y() + k / span.columns()][span.x() + k % span.columns()]++;
            }
            boolean lastRows = span.y() + span.rows() == height;
            boolean lastColumns = span.x() + span.columns() == width;
            assertThat(lastRows || span.rows() % pool == 0).isTrue();
            assertThat(lastColumns || span.columns() % pool == 0).isTrue();
        }
        for (int[] row : covered) {
            assertThat(row).containsOnly(1);
        }
    }

    @Test
    void longSequencesDoNotOverflow() {
        PatchShape shape = new PatchShape(2, 16, 16, 3, 3, 1, 1, 1, 1, 1024);
        TileGrid grid = TileGrid.of(shape, 8, 1 << 16); // 2^32 floats a window
        assertThat(grid.count()).isEqualTo(4);
        assertThat(TileMemory.canHold(grid.largest(), 1 << 16)).isFalse();
        assertThat(TileMemory.canHold(grid.largest(), 16)).isTrue();
    }
}
