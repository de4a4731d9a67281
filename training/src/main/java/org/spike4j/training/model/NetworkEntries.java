package org.spike4j.training.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The entries of a network, named and encoded as by ModelSerializer. Its own reader is not used, since it also runs
 * Java deserialisation on entries that are never written here.
 */
final class NetworkEntries {
    private NetworkEntries() {}

    static void write(MultiLayerNetwork network, ModelZipWriter zip) throws IOException {
        String configuration = network.getLayerWiseConfigurations().toJson();
        zip.text(ModelSerializer.CONFIGURATION_JSON, configuration.getBytes(StandardCharsets.UTF_8));
        zip.array(ModelSerializer.COEFFICIENTS_BIN, network.params());
        INDArray updater = network.getUpdater().getStateViewArray();
        if (updater != null && updater.length() > 0) {
            zip.array(ModelSerializer.UPDATER_BIN, updater);
        }
    }

    static MultiLayerNetwork read(Path file, Map<String, byte[]> entries) throws ModelFileException {
        byte[] configuration = entries.get(ModelSerializer.CONFIGURATION_JSON);
        byte[] parameters = entries.get(ModelSerializer.COEFFICIENTS_BIN);
        if (configuration == null || parameters == null) {
            throw new ModelFileException(file, "is damaged: it holds no network");
        }
        try {
            MultiLayerNetwork network = new MultiLayerNetwork(
                    MultiLayerConfiguration.fromJson(new String(configuration, StandardCharsets.UTF_8)));
            network.init(array(parameters), false);
            byte[] updater = entries.get(ModelSerializer.UPDATER_BIN);
            if (updater != null) {
                network.getUpdater().setStateViewArray(network, array(updater), false);
            }
            return network;
        } catch (IOException | RuntimeException e) {
            throw new ModelFileException(file, "holds a network that cannot be built: " + firstLine(e), e);
        }
    }

    private static INDArray array(byte[] bytes) throws IOException {
        return Nd4j.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
