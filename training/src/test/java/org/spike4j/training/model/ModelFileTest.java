package org.spike4j.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class ModelFileTest {
    private static final EpochRecord FIRST = new EpochRecord(1, 0.1 + 0.2, 0.5, Double.NaN, 1.25, 80, 0.1, 1e-3);

    @TempDir
    private Path folder;

    private Path file;
    private SavedModel model;

    @BeforeEach
    void saveAModelThatHasTrained() throws IOException {
        MultiLayerNetwork network = SmallNetwork.of(1);
        INDArray features = Nd4j.linspace(-1, 1, 24).reshape(4, 6);
        network.fit(features, Nd4j.eye(4).getColumns(0, 1, 2));
        RunningTotals totals = RunningTotals.NONE.plus(4, 2, 1.0 / 3, 0.5, 0.25);
        TrainingState state = new TrainingState(1, totals, List.of(FIRST), 1);
        model = new SavedModel(network, SmallNetwork.description(3, 4, 7), state);
        file = folder.resolve("model.zip");
        ModelFile.save(file, model);
    }

    @Test
    void whatIsLoadedIsWhatWasSaved() throws IOException {
        SavedModel loaded = ModelFile.load(file);
        assertThat(loaded.description()).isEqualTo(model.description());
        assertThat(loaded.state()).isEqualTo(model.state());
        assertThat(loaded.network().params().toFloatVector())
                .isEqualTo(model.network().params().toFloatVector());
        assertThat(loaded.network().getUpdater().getStateViewArray().toFloatVector())
                .isEqualTo(model.network().getUpdater().getStateViewArray().toFloatVector());
        assertThat(loaded.network().getLayerWiseConfigurations())
                .isEqualTo(model.network().getLayerWiseConfigurations());
    }

    @Test
    void deeplearning4jReadsTheFileToo() throws IOException {
        INDArray features = Nd4j.linspace(0, 1, 12).reshape(2, 6);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
        assertThat(restored.output(features)).isEqualTo(model.network().output(features));
    }

    @Test
    void equalModelsAreEqualFiles() throws IOException {
        Path again = folder.resolve("again.zip");
        ModelFile.save(again, model);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(folder.resolve("none.zip"), "does not exist");
        assertRefused(folder, "is not a file");
    }

    @Test
    void anotherVersionIsNamed() throws IOException {
        edit("spike4j.json", text -> text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 9"));
        assertRefused(
                file,
                "has format version 9, and version 1 is read here; use the Spike4J that wrote it, or train again");
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        edit("spike4j.json", text -> text.replace("\"dataset\"", "\"datasett\""));
        assertRefused(file, "is damaged: its entry spike4j.json is not understood: Missing creator property 'dataset'");
    }

    @Test
    void anotherZipFileIsNoModel() throws IOException {
        ModelSerializer.writeModel(model.network(), file.toFile(), true);
        assertRefused(file, "is a zip file but no Spike4J model: it has no entry spike4j.json; train one first");
    }

    @Test
    void aNetworkOfAnotherSizeIsRefused() throws IOException {
        edit("configuration.json", text -> text.replace("\"nout\" : 12", "\"nout\" : 13"));
        assertRefused(file, "holds a network that cannot be built: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "name: a recipe, not a model"})
    void aFileThatIsNoZipIsRefused(String content) throws IOException {
        Files.writeString(file, content);
        assertRefused(file, "is not a model file, or is cut short or damaged: ");
    }

    @Test
    void aFileCutShortAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertRefused(file, "is not a model file, or is cut short or damaged: ");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aMutatedFileIsLoadedUnchangedOrRefused(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int round = 0; round < 100; round++) {
            byte[] mutated = whole.clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, mutated);
            try {
                SavedModel loaded = ModelFile.load(file);
                assertThat(loaded.description()).isEqualTo(model.description());
                assertThat(loaded.network().params().toFloatVector())
                        .isEqualTo(model.network().params().toFloatVector());
            } catch (ModelFileException e) {
                assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(70);
    }

    private static void assertRefused(Path file, String complaint) {
        assertThatThrownBy(() -> ModelFile.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file + " " + complaint);
    }

    private void edit(String entry, java.util.function.UnaryOperator<String> change) throws IOException {
        URI uri = URI.create("jar:" + file.toUri());
        try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of())) {
            Path inside = zip.getPath(entry);
            String before = Files.readString(inside);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(inside, after);
        }
    }
}
