package org.spike4j.examples.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.examples.run.data.DataSource;
import org.spike4j.examples.run.data.RecipeData;
import org.spike4j.training.evaluation.EarlyExit;
import org.spike4j.training.evaluation.Evaluation;
import org.spike4j.training.evaluation.FiringRates;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.SavedModel;
import org.spike4j.training.network.TimeScaledNetwork;
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
        SavedModel saved = load(model);
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

    private static SavedModel load(Path model) throws IOException {
        return ModelFile.load(Files.isDirectory(model) ? model.resolve("model.zip") : model);
    }

    /**
     * Accuracy at a number of steps.
     *
     * @param steps T
     * @param timeScale step of time / that of the training; 1 for a static input, which is shown for more or fewer steps
     * @param accuracy on the test samples
     */
    public record AtSteps(int steps, double timeScale, double accuracy) {}

    /**
     * Tests a model on samples that are cut into more or fewer steps, over the same time: its neurons are discretised anew
     * for the step that follows, and weights on spikes and events are adapted to it.
     *
     * @param model a model file, or the folder of a training
     * @param source where the data come from
     * @param steps numbers of steps, each at least 1
     * @return one entry for each, in their order
     * @throws IllegalArgumentException if a number is less than 1, a neuron cannot be discretised at that step, or the input
     *     is neither counts of events nor still images
     * @throws IOException if the model or the data cannot be read
     */
    public static List<AtSteps> overSteps(Path model, DataSource source, List<Integer> steps) throws IOException {
        SavedModel saved = load(model);
        ModelDescription trained = saved.description();
        Recipe recipe = RecipeReader.parse(trained.recipe(), trained.recipeText());
        RecipeData.OtherSteps change = source.open(recipe, trained.run()).otherSteps();
        if (change == RecipeData.OtherSteps.UNKNOWN) {
            throw new IllegalArgumentException("recipe " + recipe.name() + " can be tested at its own "
                    + trained.input().steps() + " steps alone, since its input is neither counts of events nor still"
                    + " images; train it at the steps you want");
        }
        List<AtSteps> all = new ArrayList<>();
        for (int count : steps) {
            if (count < 1) {
                throw new IllegalArgumentException("the number of steps must be >= 1, was " + count);
            }
            boolean still = change == RecipeData.OtherSteps.STILL;
            double scale = still ? 1 : (double) trained.input().steps() / count;
            MultiLayerNetwork network = still
                    ? TimeScaledNetwork.withSteps(saved.network(), count)
                    : TimeScaledNetwork.of(saved.network(), scale, TimeScaledNetwork.Input.COUNTS);
            RecipeData data = source.open(recipe.withSteps(count), trained.run());
            ModelDescription description = new ModelDescription(
                    trained.recipe(),
                    trained.recipeText(),
                    trained.dataset(),
                    trained.classes(),
                    data.input(),
                    trained.run());
            Evaluation evaluation =
                    Evaluation.of(network, description, "test", data.epochs().test());
            all.add(new AtSteps(count, scale, evaluation.accuracy()));
        }
        return all;
    }

    /**
     * Tests a model that stops when it is sure.
     *
     * @param model a model file, or the folder of a training
     * @param source where the data come from
     * @param thresholds of the margin
     * @return accuracy and steps for each
     * @throws IOException if the model or the data cannot be read
     */
    public static EarlyExit earlyExit(Path model, DataSource source, List<Double> thresholds) throws IOException {
        SavedModel saved = load(model);
        ModelDescription description = saved.description();
        RecipeData data =
                source.open(RecipeReader.parse(description.recipe(), description.recipeText()), description.run());
        requireSame(description, data);
        double[] margins = thresholds.stream().mapToDouble(Double::doubleValue).toArray();
        return EarlyExit.of(saved.network(), description, data.epochs().test(), margins);
    }

    private static void requireSame(ModelDescription description, RecipeData data) {
        if (!description.input().equals(data.input()) || !description.classes().equals(data.classes())) {
            throw new IllegalArgumentException("the model takes " + description.input() + " of "
                    + description.classes().size() + " classes, the data give " + data.input() + " of "
                    + data.classes().size() + " classes; give the data set it was trained on");
        }
    }
}
