package org.spike4j.examples.cli;

import java.util.Optional;
import org.spike4j.examples.run.TrainingJob;
import org.spike4j.training.memory.MemoryPlan;
import org.spike4j.training.memory.MemorySize;
import org.spike4j.training.step.BatchSplit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of a training that say how much memory it may take, and how it shares its work. */
final class MemoryOptions {
    @Option(
            names = "--replicas",
            paramLabel = "R",
            description = "Copies of the network that share the work of a mini-batch; that of the recipe if not given.")
    private Integer replicas;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Size.class,
            description =
                    "Most memory the process may take, such as 900m or 2g. If need be, convolutions compute their "
                            + "currents again in the backward pass, and the mini-batch is computed in micro-batches.")
    private Long budget;

    @Option(
            names = "--micro-batch-statistics",
            description = "With --memory: let batch normalisation see micro-batches alone if need be. This changes the "
                    + "training.")
    private boolean partStatistics;

    @Option(names = "--plan", description = "Print how much memory the training will take, and do not train.")
    private boolean planOnly;

    /** Copies of the network, null if not given. */
    Integer replicas() {
        return replicas;
    }

    /** Whether to stop after the plan. */
    boolean planOnly() {
        return planOnly;
    }

    /** The plan, if one was asked for. */
    Optional<MemoryPlan> plan(TrainingJob job) {
        BatchSplit split = replicas == null ? job.split() : job.split().withReplicas(replicas);
        if (partStatistics) {
            split = split.withPartStatistics();
        }
        if (budget != null) {
            return Optional.of(MemoryPlan.within(job.work(), split, budget));
        }
        return planOnly ? Optional.of(MemoryPlan.of(job.work(), split)) : Optional.empty();
    }

    /** The job as the options want it. */
    TrainingJob applied(TrainingJob job, Optional<MemoryPlan> plan) {
        if (plan.isPresent()) {
            return job.within(plan.get());
        }
        return replicas == null ? job : job.withSplit(job.split().withReplicas(replicas));
    }

    /** The options that were given, for a command that continues with the same ones. */
    String text() {
        return (replicas == null ? "" : " --replicas " + replicas)
                + (budget == null ? "" : " --memory " + MemorySize.text(budget))
                + (partStatistics ? " --micro-batch-statistics" : "");
    }

    /** Reads a size of memory. */
    static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return MemorySize.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
