package org.spike4j.examples.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.training.evaluation.Evaluation;
import org.spike4j.training.evaluation.FiringRates;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.SavedModel;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeReader;

/** Tests a saved model. */
public final class EvaluationJob {
    private static final double NANOS = 1e9;

    private EvaluationJob() {}

    /**
     * What came out.
     *
     * @param description what the model is
     * @param dataset what it was tested on
     * @param evaluation its predictions
     * @param firingRates mean spikes a neuron and step by layer, on the first mini-batch
     * @param parameters number of trained parameters
     * @param seconds time of the test
     */
    public record Result(
            ModelDescription description,
            String dataset,
            Evaluation evaluation,
            Map<String, Double> firingRates,
            long parameters,
            double seconds) {}

    /**
     * Tests a model on the test samples of its data set.
     *
     * @param model a model file, or the folder of a training
     * @param source where the data come from
     * @return what came out
     * @throws IOException if the model or the data cannot be read
     */
    public static Result run(Path model, DataSource source) throws IOException {
        SavedModel saved = ModelFile.load(Files.isDirectory(model) ? model.resolve("model.zip") : model);
        ModelDescription description = saved.description();
        Recipe recipe = RecipeReader.parse(description.recipe(), description.recipeText());
        RecipeData data = source.open(recipe, description.run());
        requireSame(description, data);
        long start = System.nanoTime();
        Evaluation evaluation = Evaluation.of(
                saved.network(), description, "test", data.epochs().test());
        double seconds = (System.nanoTime() - start) / NANOS;
        DataSetIterator again = data.epochs().test();
        Map<String, Double> rates = FiringRates.of(saved.network(), again.next().getFeatures());
        return new Result(
                description, data.dataset(), evaluation, rates, saved.network().numParams(), seconds);
    }

    private static void requireSame(ModelDescription description, RecipeData data) {
        if (!description.input().equals(data.input()) || !description.classes().equals(data.classes())) {
            throw new IllegalArgumentException("the model takes " + description.input() + " of "
                    + description.classes().size() + " classes, the data give " + data.input() + " of "
                    + data.classes().size() + " classes; give the data set it was trained on");
        }
    }
}
