package org.spike4j.neuron.kernel;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernels of this JVM, found once. */
final class Kernels {
    private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);
    private static final String SWITCH = "spike4j.kernels";
    private static final TileKernel SCALAR = new ScalarKernel();
    private static final TileKernel FAST = findVectorKernel();

    private Kernels() {}

    static TileKernel choose(KernelChoice choice, KernelPlan plan, PassMemory memory, boolean doubles) {
        boolean fast = choice == KernelChoice.AUTOMATIC && FAST.supports(plan, memory, doubles);
        return fast ? FAST : SCALAR;
    }

    /** A pass of neurons; the coefficients are those of the dynamics. */
    static NeuronTiles tiles(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            Set<? extends StepCoefficient> wanted,
            KernelChoice choice,
            boolean doubles) {
        if (dynamics instanceof AffineDynamics affine) {
            return NeuronTiles.of(new KernelPlan(affine, coefficients, shape, wanted), choice, doubles);
        }
        ProgramDynamics program = (ProgramDynamics) dynamics;
        return ProgramTiles.of(
                new ProgramPlan(program, coefficients, shape, wanted), usesVectors(choice, doubles), doubles);
    }

    /** Neurons over a row of float numbers, [positions, channels], that keep their state. */
    static NeuronStepper stepper(
            Dynamics dynamics, Coefficients coefficients, SequenceShape shape, KernelChoice choice) {
        int count = Math.toIntExact(shape.slab());
        if (dynamics.inhibited() && dynamics instanceof ProgramDynamics program) {
            NeuronStepper spikes = stepper(program.alone(), coefficients, shape, choice);
            NeuronStepper distances = stepper(Inhibition.measured(program), coefficients, shape, choice);
            return new InhibitedStepper(spikes, distances, shape);
        }
        return tiles(dynamics, coefficients, shape, Set.of(), choice, false).stepper(count);
    }

    /** Whether a pass on this type of data may use vectors. */
    static boolean usesVectors(KernelChoice choice, boolean doubles) {
        return choice == KernelChoice.AUTOMATIC && !doubles && hasVectorKernel();
    }

    /** What packs and unpacks spikes. */
    static BitKernel bits(KernelChoice choice) {
        return choice == KernelChoice.AUTOMATIC ? FAST.bits() : SCALAR.bits();
    }

    static boolean hasVectorKernel() {
        return FAST != SCALAR;
    }

    private static TileKernel findVectorKernel() {
        if ("scalar".equals(System.getProperty(SWITCH))) {
            LOG.info("neurons run in plain Java, as -D{}=scalar asks", SWITCH);
            return SCALAR;
        }
        try {
            Class.forName("jdk.incubator.vector.FloatVector"); // the kernel would miss it only when it runs
            Class<?> kernel = Class.forName("org.spike4j.neuron.kernel.VectorKernel");
            return (TileKernel) kernel.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.warn(
                    "neurons run in plain Java, several times slower than on vectors: {} is not usable ({});"
                            + " start the JVM with --add-modules jdk.incubator.vector",
                    "the Vector API",
                    e.toString());
            return SCALAR;
        }
    }
}
