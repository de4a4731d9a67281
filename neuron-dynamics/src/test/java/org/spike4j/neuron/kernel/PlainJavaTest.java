package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Lif;

/** A JVM that was started without the Vector API runs the neurons all the same. */
class PlainJavaTest {

    /** Steps one neuron over its threshold; the other JVM runs this. */
    static final class Neuron {
        private Neuron() {}

        public static void main(String[] arguments) {
            Lif lif = Lif.withTauInSteps(2).withDecayInput(false);
            NeuronStream neuron = NeuronStream.of(
                    lif.dynamics(), ConstantValues.of(lif, 1).coefficients(), 1, KernelChoice.AUTOMATIC);
            float[] row = {1.5f};
            neuron.step(row, row);
            System.out.println("vectors " + SpikeKernels.usesVectors() + ", spike " + row[0]);
        }
    }

    @Test
    void neuronsRunWithoutTheVectorModule() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), Neuron.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("vectors false, spike 1.0")
                .contains("start the JVM with --add-modules jdk.incubator.vector");
    }
}
