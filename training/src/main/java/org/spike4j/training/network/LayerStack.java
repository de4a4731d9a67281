package org.spike4j.training.network;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.spike4j.layers.DenseNeuronLayer;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.LearnedQuantization;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateLoss;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SequenceReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.layers.SpikingRecurrentConv2D;
import org.spike4j.layers.SynapseLayer;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.recipe.LayerRecipe;
import org.spike4j.training.recipe.Pool;
import org.spike4j.training.recipe.RecipeException;

/**
 * Turns the layers of a recipe, one after the other, into Deeplearning4j layers, and follows the shape between them.
 */
final class LayerStack {
    private final String recipe;
    private final InputDescription input;
    private final int classes;
    private final DelayLayers delays;
    private final Map<String, Integer> named = new HashMap<>();
    private Frame frame;
    private int units;
    private int steps;
    private int added;
    private boolean timed;

    /** Pixels of a frame; null once time steps are vectors. */
    private record Frame(int height, int width) {}

    /** What a convolution moves over a frame, in pixels. */
    private record Window(int kernel, int stride, int padding, int pool) {}

    LayerStack(String recipe, InputDescription input, int classes, DelayLayers delays) {
        this.recipe = recipe;
        this.input = input;
        this.classes = classes;
        this.delays = delays;
        this.timed = input.kind() != InputDescription.Kind.STATIC;
        this.frame = input.kind() == InputDescription.Kind.FRAMES ? new Frame(input.height(), input.width()) : null;
        this.units = input.channels();
        this.steps = input.steps();
    }

    /** The next layer. */
    Layer add(LayerRecipe layer) {
        try {
            Layer built = build(layer);
            added++;
            return built;
        } catch (RecipeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw wrong(layer, "cannot be built: " + e.getMessage());
        }
    }

    private Layer build(LayerRecipe layer) {
        if (layer instanceof LayerRecipe.Convolution convolution) {
            return convolution(convolution);
        } else if (layer instanceof LayerRecipe.Dense dense) {
            return dense(dense);
        } else if (layer instanceof LayerRecipe.Recurrent recurrent) {
            return recurrent(recurrent);
        } else if (layer instanceof LayerRecipe.RecurrentConvolution recurrent) {
            return recurrentConvolution(recurrent);
        } else if (layer instanceof LayerRecipe.Neurons neurons) {
            requireTime(layer);
            return NeuronsAlone.plain(neurons, name("neurons"));
        } else if (layer instanceof LayerRecipe.Homeostatic homeostatic) {
            requireTime(layer);
            return NeuronsAlone.homeostatic(homeostatic, name("homeostatic-lif"));
        } else if (layer instanceof LayerRecipe.TemporalNorm norm) {
            requireTime(layer);
            return SequenceLayers.norm(norm, steps).name(name("temporal-norm")).build();
        } else if (layer instanceof LayerRecipe.TimeMixing mixing) {
            requireTime(layer);
            return SequenceLayers.mixing(mixing, steps)
                    .name(name("time-mixing"))
                    .build();
        } else if (layer instanceof LayerRecipe.LearnedQuantization quantization) {
            return learnedQuantization(quantization);
        } else if (layer instanceof LayerRecipe.SelfAttention attention) {
            return selfAttention(attention);
        } else if (layer instanceof LayerRecipe.DelayedDense delayed) {
            requireTime(layer);
            return dense(delays.dense(delayed).name(name("delayed-dense")), delayed.units(), delayed.bias());
        } else if (layer instanceof LayerRecipe.Delay delay) {
            requireTime(layer);
            return delays.axonal(delay).name(name("delay")).build();
        } else if (layer instanceof LayerRecipe.SynapseFilter filter) {
            requireTime(layer);
            return new SynapseLayer.Builder()
                    .synapse(filter.filter())
                    .name(name("synapse-filter"))
                    .build();
        } else if (layer instanceof LayerRecipe.Dropout dropout) {
            return new DropoutLayer.Builder(1 - dropout.rate())
                    .name(name("dropout"))
                    .build();
        } else if (layer instanceof LayerRecipe.RateReadout readout) {
            return rateReadout(readout);
        } else if (layer instanceof LayerRecipe.SequenceReadout readout) {
            return sequenceReadout(readout);
        }
        return leakyReadout((LayerRecipe.LeakyReadout) layer);
    }

    private void requireFrames(LayerRecipe layer) {
        if (frame == null) {
            String found = added == 0 ? "features " + input : "the vectors of a dense layer";
            throw wrong(layer, "needs frames, [batch, channels, steps, height, width], but follows " + found);
        }
    }

    private Layer convolution(LayerRecipe.Convolution layer) {
        requireFrames(layer);
        int pool = layer.pool() == Pool.NONE ? 1 : layer.poolSize();
        Window window = new Window(layer.kernel(), layer.stride(), layer.padding(), pool);
        frame = new Frame(left(layer, frame.height, window, "height"), left(layer, frame.width, window, "width"));
        units = layer.channels();
        SpikingConv2D convolution = new SpikingConv2D.Builder()
                .name(name("conv"))
                .nOut(layer.channels())
                .kernelSize(layer.kernel(), layer.kernel())
                .stride(layer.stride(), layer.stride())
                .padding(layer.padding(), layer.padding())
                .hasBias(layer.bias())
                .batchNorm(layer.batchNorm())
                .pooling(Pooling.valueOf(layer.pool().name()), layer.poolSize())
                .recompute(layer.recompute())
                .neuron(layer.neuron())
                .inputGradient(added > 0)
                .build();
        convolution.setActivity(layer.activity());
        return convolution;
    }

    private Layer recurrentConvolution(LayerRecipe.RecurrentConvolution layer) {
        requireFrames(layer);
        Window window = new Window(layer.kernel(), layer.stride(), layer.padding(), 1);
        frame = new Frame(left(layer, frame.height, window, "height"), left(layer, frame.width, window, "width"));
        units = layer.channels();
        SpikingRecurrentConv2D convolution = new SpikingRecurrentConv2D.Builder()
                .name(name("recurrent-conv"))
                .nOut(layer.channels())
                .kernelSize(layer.kernel(), layer.kernel())
                .stride(layer.stride(), layer.stride())
                .padding(layer.padding(), layer.padding())
                .recurrentKernelSize(layer.recurrentKernel())
                .hasBias(layer.bias())
                .neuron(layer.neuron())
                .inputGradient(added > 0)
                .build();
        convolution.setActivity(layer.activity());
        return convolution;
    }

    private Layer learnedQuantization(LayerRecipe.LearnedQuantization layer) {
        requireTime(layer);
        LearnedQuantization built = SequenceLayers.quantization(layer, steps)
                .name(name("learned-quantization"))
                .build();
        steps = built.outputSteps();
        return built;
    }

    private Layer selfAttention(LayerRecipe.SelfAttention layer) {
        requireFrames(layer);
        if (units % layer.heads() != 0) {
            throw wrong(
                    layer, "has " + layer.heads() + " heads, which must divide the " + units + " channels before it");
        }
        return SequenceLayers.attention(layer).name(name("self-attention")).build();
    }

    private int left(LayerRecipe layer, int pixels, Window window, String axis) {
        int padded = pixels + 2 * window.padding;
        int convolved = padded < window.kernel ? 0 : (padded - window.kernel) / window.stride + 1;
        if (convolved / window.pool < 1) {
            throw wrong(
                    layer,
                    "leaves nothing of a " + axis + " of " + pixels + " pixels: kernel " + window.kernel + ", padding "
                            + window.padding + " and stride " + window.stride + " make it " + convolved
                            + (window.pool > 1 ? ", and pooling by " + window.pool + " 0" : "")
                            + "; use larger frames or fewer poolings");
        }
        return convolved / window.pool;
    }

    private Layer dense(LayerRecipe.Dense layer) {
        SpikingDense.Builder builder =
                new SpikingDense.Builder().name(name("dense")).neuron(layer.neuron());
        if (layer.daleLaw() != null) {
            builder.daleLaw(layer.daleLaw().excitatory());
        }
        NeuronLayer built = dense(builder, layer.units(), layer.bias());
        built.setActivity(layer.activity());
        return built;
    }

    private Layer recurrent(LayerRecipe.Recurrent layer) {
        SpikingRecurrent.Builder builder = new SpikingRecurrent.Builder()
                .name(name("recurrent"))
                .selfConnections(layer.selfConnections())
                .neuron(layer.neuron());
        switch (layer.connections()) {
            case ALL_TO_ALL -> {
                if (layer.daleLaw() != null) {
                    builder.daleLaw(layer.daleLaw().excitatory());
                }
            }
            case ONE_TO_ONE -> builder.oneToOne(layer.feedback());
            case ONE_TO_ONE_SHARED -> builder.oneToOneShared(layer.feedback());
            case LATERAL_INHIBITION -> builder.lateralInhibition(layer.inhibition());
        }
        NeuronLayer built = dense(builder, layer.units(), layer.bias());
        built.setActivity(layer.activity());
        return built;
    }

    private NeuronLayer dense(DenseNeuronLayer.DenseBuilder<?> builder, int outputs, boolean bias) {
        frame = null;
        units = outputs;
        builder.hasBias(bias).inputGradient(added > 0);
        builder.setNOut(outputs);
        if (!timed) {
            builder.timeSteps(steps);
            timed = true;
        }
        return builder.build();
    }

    private void requireTime(LayerRecipe layer) {
        if (!timed) {
            throw wrong(
                    layer,
                    "needs time steps, but the input " + input + " is the same in each; put it behind a dense layer");
        }
    }

    private Layer rateReadout(LayerRecipe.RateReadout layer) {
        int outputs = frame == null ? units : units * frame.height * frame.width;
        if (outputs != classes) {
            throw wrong(
                    layer,
                    "reads the rates of one unit a class, but the layer before it has " + outputs
                            + " units and the data have " + classes + " classes");
        }
        RateLoss loss = switch (layer.loss()) {
            case MSE -> RateLoss.MEAN_SQUARED_ERROR;
            case CROSS_ENTROPY -> RateLoss.CROSS_ENTROPY;
        };
        return new RateReadout.Builder().name("readout").loss(loss).build();
    }

    private Layer sequenceReadout(LayerRecipe.SequenceReadout layer) {
        int outputs = frame == null ? units : units * frame.height * frame.width;
        if (outputs != classes * layer.neuronsPerClass()) {
            throw wrong(
                    layer,
                    "reads " + layer.neuronsPerClass() + " units a class, but the layer before it has " + outputs
                            + " units and the data have " + classes + " classes");
        }
        requireClasses(layer, layer.loss());
        return new SequenceReadout.Builder()
                .name("readout")
                .neuronsPerClass(layer.neuronsPerClass())
                .loss(layer.loss())
                .build();
    }

    private void requireClasses(LayerRecipe layer, SequenceLoss loss) {
        try {
            loss.requireClasses(classes);
        } catch (IllegalArgumentException e) {
            throw wrong(layer, "has a loss that does not fit the data: " + e.getMessage());
        }
    }

    private Layer leakyReadout(LayerRecipe.LeakyReadout layer) {
        if (layer.units() != 0 && layer.units() != classes) {
            throw wrong(layer, "has " + layer.units() + " units, but the data have " + classes + " classes");
        }
        LeakyReadout.Builder readout = new LeakyReadout.Builder()
                .name("readout")
                .nOut(classes)
                .integrator(LeakyIntegrator.withTauInSteps(layer.tau()))
                .reduction(Reduction.valueOf(layer.reduction().name()));
        if (layer.loss() != null) {
            requireClasses(layer, layer.loss());
            readout.loss(layer.loss());
        }
        return readout.build();
    }

    private String name(String kind) {
        return kind + named.merge(kind, 1, Integer::sum);
    }

    private RecipeException wrong(LayerRecipe layer, String complaint) {
        return new RecipeException(recipe, layer.path(), complaint);
    }
}
