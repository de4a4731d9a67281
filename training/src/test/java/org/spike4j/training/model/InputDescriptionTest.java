package org.spike4j.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

final class InputDescriptionTest {
    @Test
    void eachKindAcceptsItsOwnShapeForAnyBatch() {
        assertThatCode(() -> InputDescription.frames(4, 2, 8, 9).require(Nd4j.zeros(3, 2, 4, 8, 9)))
                .doesNotThrowAnyException();
        assertThatCode(() -> InputDescription.sequence(5, 7).require(Nd4j.zeros(1, 5, 7)))
                .doesNotThrowAnyException();
        assertThatCode(() -> InputDescription.still(784, 25).require(Nd4j.zeros(2, 784)))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherShapeIsNamedWithTheOneWanted() {
        assertThatThrownBy(() -> InputDescription.frames(4, 2, 8, 9).require(Nd4j.zeros(3, 2, 5, 8, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be [batch, 2, 4, 8, 9], were [3, 2, 5, 8, 9]");
        assertThatThrownBy(() -> InputDescription.still(784, 25).require(Nd4j.zeros(2, 28, 28)))
                .hasMessage("features must be [batch, 784], were [2, 28, 28]");
    }

    @Test
    void theInputTypeHasTheSameSizes() {
        InputType.InputTypeConvolutional3D frames = (InputType.InputTypeConvolutional3D)
                InputDescription.frames(4, 2, 8, 9).inputType();
        assertThat(new long[] {frames.getDepth(), frames.getChannels(), frames.getHeight(), frames.getWidth()})
                .containsExactly(4, 2, 8, 9);
        assertThat(InputDescription.sequence(5, 7).inputType()).isEqualTo(InputType.recurrent(5, 7));
        assertThat(InputDescription.still(784, 25).inputType()).isEqualTo(InputType.feedForward(784));
    }

    @Test
    void aSizeBelowOneIsRefused() {
        assertThatThrownBy(() -> InputDescription.frames(0, 2, 8, 9))
                .hasMessage("sizes must be >= 1, were T=0, C=2, H=8, W=9");
    }
}
