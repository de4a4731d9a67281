package org.spike4j.layers.state;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.layers.streaming.StreamingInference;

/**
 * What a network that streams remembers between two steps: membranes, synaptic currents, last outputs, running readouts, and
 * the states of Deeplearning4j's recurrent layers. It is an immutable value, so a stream can be stopped, kept, branched, moved
 * to another process, and gone on with: with the same parameters the outputs are the same bits as those of a stream that
 * never stopped.
 *
 * <pre>
 * network.rnnTimeStep(morning);
 * NetworkState.of(network).write(Path.of("noon.state"));
 * ...
 * NetworkState.read(Path.of("noon.state")).restoreInto(network);   // or a copy of it
 * network.rnnTimeStep(afternoon);
 * </pre>
 *
 * <p>Parameters are no part of it; save those with the network. The files' format is that of {@link StateFormat}.
 */
public final class NetworkState {
    private static final String STREAM = "StreamingInference";
    private static final String NUMBERS = "numbers";

    private final List<LayerState> layers;

    NetworkState(List<LayerState> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * The present state of a network.
     *
     * @param network initialised; not modified
     * @return a copy of its state; before the first {@code rnnTimeStep} the initial one
     * @throws IllegalArgumentException if a layer cannot stream
     */
    public static NetworkState of(MultiLayerNetwork network) {
        return of(new StatefulLayers(network.getLayers()));
    }

    /**
     * The present state of a network.
     *
     * @param network initialised; not modified
     * @return a copy of its state; before the first {@code rnnTimeStep} the initial one
     * @throws IllegalArgumentException if a layer cannot stream
     */
    public static NetworkState of(ComputationGraph network) {
        return of(new StatefulLayers(network.getLayers()));
    }

    /**
     * The present state of a stream.
     *
     * @param stream not modified
     * @return a copy of its state, for this stream or another of the same network and frame
     */
    public static NetworkState of(StreamingInference stream) {
        float[] state = stream.state();
        List<LayerState> stages = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, Integer> part : stream.stateLengths().entrySet()) {
            int end = at + part.getValue();
            stages.add(new LayerState(
                    part.getKey(), STREAM, part.getValue(), Map.of(NUMBERS, StateArray.of(state, at, end))));
            at = end;
        }
        return new NetworkState(stages);
    }

    private static NetworkState of(StatefulLayers layers) {
        List<LayerState> states = new ArrayList<>();
        layers.byName().forEach((name, layer) -> states.add(StatefulLayers.stateOf(name, layer)));
        return new NetworkState(states);
    }

    /**
     * Puts a network into this state.
     *
     * @param network initialised; its carried state is replaced, and stays as it was if this state does not fit
     * @throws IllegalArgumentException if layers or shapes differ, or the network is in the middle of a stream with another
     *     mini-batch
     */
    public void restoreInto(MultiLayerNetwork network) {
        restoreInto(new StatefulLayers(network.getLayers()));
    }

    /**
     * Puts a network into this state.
     *
     * @param network initialised; its carried state is replaced, and stays as it was if this state does not fit
     * @throws IllegalArgumentException if layers or shapes differ, or the network is in the middle of a stream with another
     *     mini-batch
     */
    public void restoreInto(ComputationGraph network) {
        restoreInto(new StatefulLayers(network.getLayers()));
    }

    /**
     * Puts a stream into this state.
     *
     * @param stream its state is replaced, and stays as it was if this state does not fit
     * @throws IllegalArgumentException if stages or their sizes differ
     */
    public void restoreInto(StreamingInference stream) {
        Map<String, LayerState> present = new LinkedHashMap<>();
        int length = 0;
        for (Map.Entry<String, Integer> part : stream.stateLengths().entrySet()) {
            present.put(part.getKey(), new LayerState(part.getKey(), STREAM, part.getValue(), Map.of()));
            length += part.getValue();
        }
        requireFits(present);
        float[] state = new float[length];
        int at = 0;
        for (LayerState stage : layers) {
            float[] part = stage.arrays().get(NUMBERS).floats();
            System.arraycopy(part, 0, state, at, part.length);
            at += part.length;
        }
        stream.restore(state);
    }

    private void restoreInto(StatefulLayers network) {
        Map<String, LayerState> present = new LinkedHashMap<>();
        network.byName().forEach((name, layer) -> present.put(name, StatefulLayers.stateOf(name, layer)));
        requireFits(present);
        for (LayerState state : layers) {
            if (network.byName().get(state.name()) instanceof SpikingExecution<?> spiking) {
                spiking.requireFits(state.toArrays());
            }
        }
        for (LayerState state : layers) {
            RecurrentLayer layer = network.byName().get(state.name());
            layer.rnnSetPreviousState(state.toArrays());
        }
    }

    private void requireFits(Map<String, LayerState> present) {
        List<String> names = layers.stream().map(LayerState::name).collect(Collectors.toList());
        if (!names.equals(List.copyOf(present.keySet()))) {
            throw new IllegalArgumentException("the state is of the layers " + names + ", but those of the network are "
                    + present.keySet() + "; restore it into the network that it was taken from, or a copy of it");
        }
        for (LayerState state : layers) {
            state.requireFits(present.get(state.name()));
        }
    }

    /**
     * Writes the state into a file, which is replaced as a whole.
     *
     * @param file its folder must exist
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path beside =
                Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".part");
        try {
            try (OutputStream out = Files.newOutputStream(beside)) {
                write(out);
            }
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Writes the state.
     *
     * @param out not closed; more may be written behind
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        StateFormat.write(layers, out);
    }

    /**
     * Reads a state.
     *
     * @param file written by {@link #write(Path)}
     * @return the state
     * @throws IOException if the file cannot be read, is truncated, damaged, or something else
     */
    public static NetworkState read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            NetworkState state = new NetworkState(StateFormat.read(in, file.toString()));
            if (in.read() >= 0) {
                throw new IOException(
                        file + ": there are bytes behind the state; it is damaged or no file of one state");
            }
            return state;
        }
    }

    /**
     * Reads a state.
     *
     * @param in at the start of a state; read to its end, not closed
     * @return the state
     * @throws IOException if it cannot be read, is truncated, damaged, or something else
     */
    public static NetworkState read(InputStream in) throws IOException {
        return new NetworkState(StateFormat.read(in, "state"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkState that && layers.equals(that.layers);
    }

    @Override
    public int hashCode() {
        return layers.hashCode();
    }

    @Override
    public String toString() {
        return "NetworkState of " + layers.stream().map(LayerState::name).collect(Collectors.toList());
    }
}
