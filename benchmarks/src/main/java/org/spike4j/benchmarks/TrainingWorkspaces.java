package org.spike4j.benchmarks;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;

/** The workspaces that a network gives to its layers in training, for a layer that runs without a network. */
final class TrainingWorkspaces {
    private static final WorkspaceConfiguration CYCLIC = WorkspaceConfiguration.builder()
            .initialSize(0)
            .overallocationLimit(0.02)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .policySpill(SpillPolicy.REALLOCATE)
            .policyAllocation(AllocationPolicy.OVERALLOCATE)
            .build();

    private TrainingWorkspaces() {}

    static LayerWorkspaceMgr create() {
        return LayerWorkspaceMgr.builder()
                .with(ArrayType.INPUT, "BENCH_ACTIVATIONS", CYCLIC)
                .with(ArrayType.ACTIVATIONS, "BENCH_ACTIVATIONS", CYCLIC)
                .with(ArrayType.ACTIVATION_GRAD, "BENCH_GRADIENTS", CYCLIC)
                .with(ArrayType.FF_WORKING_MEM, "BENCH_FORWARD", CYCLIC)
                .with(ArrayType.BP_WORKING_MEM, "BENCH_BACKWARD", CYCLIC)
                .build();
    }
}
