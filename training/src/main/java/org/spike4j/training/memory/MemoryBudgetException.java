package org.spike4j.training.memory;

/** Says in one sentence that no plan fits a budget, and what the least would be. */
public final class MemoryBudgetException extends IllegalArgumentException {

    private MemoryBudgetException(String message) {
        super(message);
    }

    static MemoryBudgetException of(MemoryPlan least, long budget, boolean cuts) {
        String wayOut = cuts
                ? "use a smaller network, fewer steps or smaller frames"
                : "use a smaller mini-batch, or allow the batch normalisation to see micro-batches alone,"
                        + " which changes the training";
        return new MemoryBudgetException("the training needs at least " + MemorySize.text(least.peak())
                + " for a mini-batch of " + least.work().samples() + " at "
                + least.work().steps() + " steps, and "
                + MemorySize.text(budget) + " were allowed; " + wayOut);
    }
}
