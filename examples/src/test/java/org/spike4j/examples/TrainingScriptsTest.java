package org.spike4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.nmnist.NmnistWriter;

/** The scripts run on small made up data, and learn what is easy to learn. */
class TrainingScriptsTest {
    private static final int DIGITS = 10;

    @TempDir
    Path folder;

    @Test
    void gestureScriptTrainsOnFolder() throws IOException {
        double accuracy = TrainGesture.run(SmallGestures.write(folder), 1);

        assertThat(accuracy * 11)
                .isBetween(0.0, 11.0)
                .satisfies(hits -> assertThat(hits).isEqualTo(Math.rint(hits)));
    }

    @Test
    void nmnistScriptLearnsWhereTheEventsAre() throws IOException {
        for (int digit = 0; digit < DIGITS; digit++) {
            for (int i = 0; i < 8; i++) {
                writeDigit("Train", digit, i);
            }
            writeDigit("Test", digit, 99);
        }

        assertThat(TrainNMnist.run(folder, 5)).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void mnistScriptLearnsWhichRowIsBright() throws IOException {
        writeImages("train", 30);
        writeImages("t10k", 2);

        assertThat(TrainMnistMlp.run(folder, 2)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void spikeOrdersAreToldApartByDelaysAlone() {
        TrainSpikeOrder.Result result = TrainSpikeOrder.run(1);

        assertThat(result.withDelays()).isGreaterThanOrEqualTo(0.95);
        assertThat(result.withoutDelays()).isLessThan(0.65);
    }

    @Test
    void spikeOrdersDifferInNothingButTheOrder() {
        INDArray features = SpikeOrders.draw(2, 5).getFeatures();

        assertThat(features.sum(2).toFloatMatrix()).isDeepEqualTo(onesOf(48, 4)); // each channel spikes once
        assertThat(features.sum(1).maxNumber().intValue()).isEqualTo(1); // and never with another
        assertThat(SpikeOrders.draw(2, 5).getFeatures()).isEqualTo(features);
        assertThat(SpikeOrders.draw(2, 6).getFeatures()).isNotEqualTo(features);
        assertThat(SpikeOrders.draw(2, 5).getLabels().sum(0).toFloatVector()).containsOnly(2);
    }

    private static float[][] onesOf(int rows, int columns) {
        float[][] ones = new float[rows][columns];
        for (float[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    /** A digit is a bright square, each at a place of its own. */
    private void writeDigit(String part, int digit, int number) throws IOException {
        EventStreamBuilder events = EventStream.builder(34, 34);
        for (int k = 0; k < 400; k++) {
            int x = 2 + 8 * (digit % 4) + (k * 7 + number) % 6;
            int y = 2 + 10 * (digit / 4) + (k * 5 + number) % 6;
            events.add(250L * k, x, y, k % 2);
        }
        Path file = Files.createDirectories(folder.resolve(part).resolve(String.valueOf(digit)))
                .resolve("%05d.bin".formatted(number));
        NmnistWriter.write(file, events.build());
    }

    /** 10x10 pixels; the row of the digit is bright. */
    private void writeImages(String part, int perDigit) throws IOException {
        int count = DIGITS * perDigit;
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        DataOutputStream imageHead = new DataOutputStream(images);
        for (int number : new int[] {0x803, count, DIGITS, DIGITS}) {
            imageHead.writeInt(number);
        }
        DataOutputStream labelHead = new DataOutputStream(labels);
        labelHead.writeInt(0x801);
        labelHead.writeInt(count);
        for (int i = 0; i < count; i++) {
            int digit = i % DIGITS;
            labels.write(digit);
            for (int pixel = 0; pixel < DIGITS * DIGITS; pixel++) {
                images.write(pixel / DIGITS == digit ? 255 - i % 50 : i % 20);
            }
        }
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.toByteArray());
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.toByteArray());
    }
}
