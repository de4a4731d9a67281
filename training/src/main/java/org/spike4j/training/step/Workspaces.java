package org.spike4j.training.step;

import java.util.List;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** The memory that Deeplearning4j's networks keep in each thread from pass to pass. */
final class Workspaces {
    private static final String OF_NETWORKS = "WS_";

    private Workspaces() {}

    /** Frees that of the calling thread; a later pass learns again what it needs. */
    static void release() {
        for (MemoryWorkspace workspace : List.copyOf(Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread())) {
            if (workspace.getId().startsWith(OF_NETWORKS) && !workspace.isScopeActive()) {
                Nd4j.getWorkspaceManager().destroyWorkspace(workspace);
            }
        }
    }
}
