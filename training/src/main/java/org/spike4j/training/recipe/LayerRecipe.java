package org.spike4j.training.recipe;

import org.spike4j.layers.ActivityPenalty;
import org.spike4j.layers.DaleLaw;
import org.spike4j.layers.LateralInhibition;
import org.spike4j.layers.RecurrentConnections;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.synapse.SynapseModel;

/** One layer of a recipe. */
public sealed interface LayerRecipe {

    /**
     * Where the layer stands, for messages.
     *
     * @return key path, as {@code layers[2].conv}
     */
    String path();

    /**
     * Spiking convolution.
     *
     * @param path where the layer stands
     * @param channels output channels
     * @param kernel height and width of the kernel; 3 unless given
     * @param stride of the kernel; 1 unless given
     * @param padding rows and columns of zeros around the frame; kernel / 2, rounded down, unless given
     * @param batchNorm whether the convolution is normalised over batch and time; true unless given
     * @param bias whether channels have a bias; only without batch norm, unless given
     * @param pool pooling behind the neurons; none unless given
     * @param poolSize height, width and stride of the pooling window; 2 unless given
     * @param recompute whether the backward pass computes the currents again, for less memory and more time; false unless given
     * @param neuron the neurons
     * @param activity what their output costs; null, for nothing, unless given
     */
    record Convolution(
            String path,
            int channels,
            int kernel,
            int stride,
            int padding,
            boolean batchNorm,
            boolean bias,
            Pool pool,
            int poolSize,
            boolean recompute,
            NeuronModel neuron,
            ActivityPenalty activity)
            implements LayerRecipe {}

    /**
     * Fully connected spiking layer.
     *
     * @param path where the layer stands
     * @param units number of neurons
     * @param bias whether neurons have a bias; true unless given
     * @param daleLaw key {@code excitatory}, the share of the inputs that excite; null, for weights of any sign, unless given
     * @param neuron the neurons
     * @param activity what their output costs; null, for nothing, unless given
     */
    record Dense(String path, int units, boolean bias, DaleLaw daleLaw, NeuronModel neuron, ActivityPenalty activity)
            implements LayerRecipe {}

    /**
     * Fully connected spiking layer that feeds its output back to itself, one step later.
     *
     * @param path where the layer stands
     * @param units number of neurons, at most 16384
     * @param bias whether neurons have a bias; true unless given
     * @param connections which neurons the output of one goes to; all unless given
     * @param selfConnections whether a neuron feeds back to itself; true unless given
     * @param feedback first weight of one-to-one connections; 1 unless given
     * @param daleLaw key {@code excitatory}, the share of the neurons that excite others; null, for weights of any sign, unless
     *     given
     * @param inhibition keys {@code strength} and {@code radius} of lateral inhibition; null with other connections
     * @param neuron the neurons
     * @param activity what their output costs; null, for nothing, unless given
     */
    record Recurrent(
            String path,
            int units,
            boolean bias,
            RecurrentConnections connections,
            boolean selfConnections,
            double feedback,
            DaleLaw daleLaw,
            LateralInhibition inhibition,
            NeuronModel neuron,
            ActivityPenalty activity)
            implements LayerRecipe {}

    /**
     * Spiking convolution that feeds its output back to neighbours in space, one step later.
     *
     * @param path where the layer stands
     * @param channels output channels
     * @param kernel height and width of the kernel; 3 unless given
     * @param stride of the kernel; 1 unless given
     * @param padding rows and columns of zeros around the frame; kernel / 2, rounded down, unless given
     * @param recurrentKernel height and width of the kernel of the feedback, odd; 3 unless given
     * @param bias whether channels have a bias; true unless given
     * @param neuron the neurons
     * @param activity what their output costs; null, for nothing, unless given
     */
    record RecurrentConvolution(
            String path,
            int channels,
            int kernel,
            int stride,
            int padding,
            int recurrentKernel,
            boolean bias,
            NeuronModel neuron,
            ActivityPenalty activity)
            implements LayerRecipe {}

    /**
     * Neurons alone, whose current is what the layer before puts out.
     *
     * @param path where the layer stands
     * @param neuron the neurons
     * @param activity what their output costs; null, for nothing, unless given
     */
    record Neurons(String path, NeuronModel neuron, ActivityPenalty activity) implements LayerRecipe {}

    /**
     * Neurons alone whose membranes are normalised over the mini-batch in each step.
     *
     * @param path where the layer stands
     * @param noise deviation of the noise on the membrane in training, relative to that of the membrane; 0 unless given
     * @param neuron bidl-lif, or a liaf of one; bidl-lif unless given
     * @param activity what their output costs; null, for nothing, unless given
     */
    record Homeostatic(String path, double noise, NeuronModel neuron, ActivityPenalty activity)
            implements LayerRecipe {}

    /**
     * Batch normalisation of currents with respect to time.
     *
     * @param path where the layer stands
     * @param kind how time is treated; plain unless given
     * @param threshold of the neurons behind it, for threshold-dependent; 1 unless given
     */
    record TemporalNorm(String path, Kind kind, double threshold) implements LayerRecipe {

        /** How a normalisation treats time. */
        public enum Kind {
            /** Over all samples and steps. */
            PLAIN,
            /** tdBN: the same, times the threshold. */
            THRESHOLD_DEPENDENT,
            /** TEBN: the same, with a learned weight of each step. */
            EFFECTIVE,
            /** BNTT: each step by itself. */
            THROUGH_TIME
        }
    }

    /**
     * Learned weights between the steps, as of parallel spiking neurons.
     *
     * @param path where the layer stands
     * @param order inputs that a mask lets through, that of the present step included; 0, the default, for no mask
     * @param masking how far the mask is drawn, 0 to 1; 1 unless given
     */
    record TimeMixing(String path, int order, double masking) implements LayerRecipe {}

    /**
     * Few steps of many, through a learned kernel.
     *
     * @param path where the layer stands
     * @param stride steps below from a step to the next
     * @param kernel length of the kernel in steps below, odd; 2 stride - 1 unless given
     * @param perChannel whether each channel learns a kernel of its own; false unless given
     */
    record LearnedQuantization(String path, int stride, int kernel, boolean perChannel) implements LayerRecipe {}

    /**
     * Attention of spikes to spikes between the pixels of a frame.
     *
     * @param path where the layer stands
     * @param heads a divisor of the channels; 1 unless given
     * @param scale factor on the current of the attention's neurons; 0.125 unless given
     * @param neuron of queries, keys, values and output
     * @param attentionNeuron of the attention; its keys replace those of the neuron one by one
     */
    record SelfAttention(String path, int heads, double scale, NeuronModel neuron, NeuronModel attentionNeuron)
            implements LayerRecipe {}

    /**
     * Fully connected spiking layer with a learned delay for each weight.
     *
     * @param path where the layer stands
     * @param units number of neurons
     * @param maxDelay the longest delay in steps
     * @param bias whether neurons have a bias; true unless given
     * @param sigma first width of the bumps in steps; maxDelay / 2 unless given
     * @param lastSigma their width after a quarter of the training; 0.5 unless given
     * @param rounded whether inference rounds the delays; true unless given
     * @param rateFactor learning rate of the delays over that of the weights; 10 unless given
     * @param neuron the neurons
     */
    record DelayedDense(
            String path,
            int units,
            int maxDelay,
            boolean bias,
            double sigma,
            double lastSigma,
            boolean rounded,
            double rateFactor,
            NeuronModel neuron)
            implements LayerRecipe {}

    /**
     * A delay of each feature or channel.
     *
     * @param path where the layer stands
     * @param steps the delay, or the longest one if it is learned
     * @param learned whether each feature or channel learns its own
     * @param rounded whether inference rounds learned delays; false unless given
     * @param rateFactor learning rate of the delays over that of the weights; 10 unless given
     */
    record Delay(String path, int steps, boolean learned, boolean rounded, double rateFactor) implements LayerRecipe {}

    /**
     * A synaptic filter of each feature or channel.
     *
     * @param path where the layer stands
     * @param filter the filter; exponential unless given
     */
    record SynapseFilter(String path, SynapseModel filter) implements LayerRecipe {}

    /**
     * Dropout, drawn anew for every value and step.
     *
     * @param path where the layer stands
     * @param rate share of the values set to zero in training
     */
    record Dropout(String path, double rate) implements LayerRecipe {}

    /**
     * Readout by the mean firing rate of the last spiking layer, whose neurons are the classes.
     *
     * @param path where the layer stands
     * @param loss mse unless given
     */
    record RateReadout(String path, Loss loss) implements LayerRecipe {

        /** Loss of the rates. */
        public enum Loss {
            /** Mean squared error between rate and one-hot label. */
            MSE,
            /** Cross-entropy of the softmax of the rates. */
            CROSS_ENTROPY
        }
    }

    /**
     * Readout by a loss on what the neurons of the last spiking layer put out over time.
     *
     * @param path where the layer stands
     * @param loss the loss
     * @param neuronsPerClass neighbouring neurons of each class, whose outputs are added up; 1 unless given
     */
    record SequenceReadout(String path, SequenceLoss loss, int neuronsPerClass) implements LayerRecipe {}

    /**
     * Readout by the membranes of leaky integrators behind weights of their own, with cross-entropy
     * unless a loss is given.
     *
     * @param path where the layer stands
     * @param units number of classes; 0, the default, for that of the data
     * @param tau membrane time constant in steps; .inf, the default, for a plain sum
     * @param reduction how the membranes of all steps become one prediction; mean unless given
     * @param loss on the membranes of all steps, in place of the reduction; null, for none, unless given
     */
    record LeakyReadout(String path, int units, double tau, Reduction reduction, SequenceLoss loss)
            implements LayerRecipe {

        /** How the membranes of all steps become one prediction. */
        public enum Reduction {
            /** Softmax of the mean membrane. */
            MEAN,
            /** Softmax of the sum of the membranes. */
            SUM,
            /** Softmax of the last membrane. */
            LAST,
            /** Softmax of the highest membrane. */
            MAX,
            /** Sum over the steps of the softmax of the membrane. */
            SUM_OF_SOFTMAX,
            /** Cross-entropy at every step; predicts by the mean membrane. */
            EVERY_STEP
        }
    }
}
