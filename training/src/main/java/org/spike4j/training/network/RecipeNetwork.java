package org.spike4j.training.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.LayerRecipe;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.TrainingRecipe;

/**
 * Builds the network of a recipe for an input. Layers are named by kind and order: {@code conv1}, {@code conv2}, {@code
 * dense1}, {@code readout}.
 */
public final class RecipeNetwork {
    private RecipeNetwork() {}

    /**
     * The configuration of the network.
     *
     * @param recipe the recipe
     * @param description what the network takes and gives; its settings replace those of the recipe
     * @param trainSamples number of training samples, for the schedule of the learning rate
     * @return the configuration
     * @throws org.spike4j.training.recipe.RecipeException if layers and data do not fit
     */
    public static MultiLayerConfiguration configuration(Recipe recipe, ModelDescription description, int trainSamples) {
        TrainingRecipe training = recipe.training();
        RunSettings run = description.run();
        int iterations = run.epochs() * ((trainSamples - 1) / run.batch() + 1);
        NeuralNetConfiguration.Builder network =
                new NeuralNetConfiguration.Builder().seed(run.seed()).updater(Updaters.of(training, iterations));
        if (training.clip() > 0) {
            network.gradientNormalization(GradientNormalization.ClipL2PerLayer)
                    .gradientNormalizationThreshold(training.clip());
        }
        NeuralNetConfiguration.ListBuilder list = network.list();
        LayerStack stack = new LayerStack(
                recipe.name(),
                description.input(),
                description.classes().size(),
                new DelayLayers(training, iterations));
        for (LayerRecipe layer : recipe.layers()) {
            list.layer(decayed(stack.add(layer), training.weightDecay()));
        }
        return list.setInputType(description.input().inputType()).build();
    }

    /**
     * The network, with its first weights.
     *
     * @param recipe the recipe
     * @param description what the network takes and gives; its settings replace those of the recipe
     * @param trainSamples number of training samples, for the schedule of the learning rate
     * @return a network that is initialised
     * @throws org.spike4j.training.recipe.RecipeException if layers and data do not fit
     */
    public static MultiLayerNetwork build(Recipe recipe, ModelDescription description, int trainSamples) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(recipe, description, trainSamples));
        network.init();
        return network;
    }

    /**
     * Sets which convolutions of a saved network compute their currents again, as its recipe says: it may have been trained
     * in less memory than it is to be trained in now.
     *
     * @param network of the recipe; modified
     * @param recipe the recipe
     */
    public static void resetRecomputation(MultiLayerConfiguration network, Recipe recipe) {
        List<LayerRecipe> layers = recipe.layers();
        for (int k = 0; k < layers.size(); k++) {
            if (layers.get(k) instanceof LayerRecipe.Convolution convolution) {
                ((SpikingConv2D) network.getConf(k).getLayer()).setRecompute(convolution.recompute());
            }
        }
    }

    /** Set on the layer, since Deeplearning4j 1.0.0-M2.1 applies a decay set on the whole network twice. */
    private static Layer decayed(Layer layer, double weightDecay) {
        if (weightDecay > 0 && layer instanceof BaseLayer weighted) {
            weighted.setRegularization(new ArrayList<>(List.of(new WeightDecay(weightDecay, true))));
        }
        return layer;
    }
}
