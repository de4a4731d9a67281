package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImageStoreTest {

    @ParameterizedTest(name = "{0} channels, {1}x{2}")
    @CsvSource({"1, 1, 1", "3, 5, 7", "16, 4, 1", "1, 6, 5", "7, 1, 9"})
    void spansAreReadInEveryOrderOfMemoryAndWrittenWithTheChannelsLast(int channels, int height, int width) {
        INDArray images = Nd4j.arange(2L * channels * height * width)
                .castTo(DataType.FLOAT)
                .reshape('c', 2, channels, height, width);
        INDArray copy = PatchTensors.channelsLast(Nd4j.zeros(DataType.FLOAT, images.shape()));
        for (INDArray source :
                new INDArray[] {images, PatchTensors.channelsLast(images), PatchTensors.spaced(images)}) {
            copy.assign(-1);
            PatchSpan span = new PatchSpan(1, height / 2, height - height / 2, width / 3, width - width / 3);
            float[] packed = AlignedFloats.of(span.outputs() * channels);
            ImageStore.of(source, "source", images.shape()).get(span, packed);
            ImageStore.forWriting(copy, "copy", images.shape()).put(span, packed);
            for (int k = 0; k < span.outputs() * channels; k++) {
                int y = span.y() + k / channels / span.columns();
                int x = span.x() + k / channels % span.columns();
                assertThat(packed[AlignedFloats.START + k]).isEqualTo(images.getFloat(1, k % channels, y, x));
                assertThat(copy.getFloat(1, k % channels, y, x)).isEqualTo(packed[AlignedFloats.START + k]);
            }
            double sum = 0;
            for (int k = 0; k < span.outputs() * channels; k++) {
                sum += packed[AlignedFloats.START + k] + 1;
            }
            assertThat(copy.add(1).castTo(DataType.DOUBLE).sumNumber().doubleValue())
                    .as("nothing else is written")
                    .isEqualTo(sum);
            Reference.reachabilityFence(source);
        }
        Reference.reachabilityFence(copy);
    }

    @Test
    void channelsFirstCannotBeWritten() {
        assertThatThrownBy(() -> ImageStore.forWriting(Nd4j.zeros(DataType.FLOAT, 2, 3, 4, 5), "output", 2, 3, 4, 5))
                .hasMessageContaining("output must have its channels last in memory");
    }

    @Test
    void tensorsOfAnotherShapeOrTypeAreRefused() {
        assertThatThrownBy(() -> ImageStore.of(Nd4j.zeros(DataType.FLOAT, 2, 3, 4, 5), "epsilon", 2, 3, 4, 6))
                .hasMessage("epsilon must be FLOAT [2, 3, 4, 6], was FLOAT [2, 3, 4, 5]");
        assertThatThrownBy(() -> ImageStore.of(Nd4j.zeros(DataType.DOUBLE, 2, 3, 4, 5), "epsilon", 2, 3, 4, 5))
                .hasMessage("epsilon must be FLOAT [2, 3, 4, 5], was DOUBLE [2, 3, 4, 5]");
    }

    @Test
    void nothingIsTheStoreOfNothing() {
        assertThat(ImageStore.of(null, "stored", 1)).isNull();
        assertThat(ImageStore.forWriting(null, "spikes", 1)).isNull();
    }
}
