package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class OffHeapTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 13, 207, 1025})
    void runsAndElementsAreThoseOfTheTensor(int length) {
        INDArray tensor = Nd4j.arange(length).castTo(DataType.FLOAT);
        OffHeap memory = OffHeap.of(tensor);
        int start = length / 3;
        int count = length - start;
        float[] floats = new float[count + 2];
        int[] bits = new int[count + 2];
        memory.get(start, floats, 1, count);
        memory.get(start, bits, 1, count);
        for (int k = 0; k < count; k++) {
            assertThat(floats[k + 1]).isEqualTo(start + k);
            assertThat(Float.intBitsToFloat(bits[k + 1])).isEqualTo(start + k);
            assertThat(memory.get(start + k)).isEqualTo(start + k);
        }
        assertThat(floats[0] + floats[count + 1]).as("what lies around the run").isZero();
        memory.put(start, new float[count + 1], 1, count);
        memory.put(0, -1);
        double expected = start == 0 ? -1 : start * (start - 1) / 2.0 - 1;
        assertThat(tensor.sumNumber().doubleValue()).isEqualTo(expected);
        Reference.reachabilityFence(tensor);
    }

    @Test
    void aViewBeginsAtItsFirstElement() {
        INDArray whole = Nd4j.arange(60).castTo(DataType.FLOAT).reshape('c', 5, 12);
        INDArray view = whole.get(NDArrayIndex.interval(2, 4), NDArrayIndex.interval(3, 9));
        OffHeap memory = OffHeap.of(view);
        assertThat(memory.get(0)).isEqualTo(27);
        assertThat(memory.get(view.stride(0) + 5)).isEqualTo(view.getFloat(1, 5));
        Reference.reachabilityFence(view);
    }
}
