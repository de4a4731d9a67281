package org.spike4j.examples.conform;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.synapse.AxonalDelay;
import org.spike4j.neuron.synapse.GatedExponential;

/** SpikingJelly's delay and synaptic filter. Time is in steps. */
final class SynapseModels {
    private SynapseModels() {}

    static Map<String, Family> families() {
        return Map.of(
                "Delay", new Family(Set.of("delay_steps"), SynapseModels::delay),
                "SynapseFilter", new Family(Set.of("tau", "learnable", "w"), SynapseModels::filter));
    }

    private static Optional<SynapseCase> delay(CaseFile file) throws CaseFormatException {
        int steps = (int) file.params().number("delay_steps");
        return Optional.of(new SynapseCase(AxonalDelay.ofSteps(steps), Optional.empty()));
    }

    private static Optional<SynapseCase> filter(CaseFile file) throws CaseFormatException {
        GatedExponential filter = GatedExponential.withTauInSteps(file.params().number("tau"));
        return Optional.of(
                file.params().flag("learnable", false)
                        ? new SynapseCase(filter.learned(Sharing.SHARED), Optional.of("w"))
                        : new SynapseCase(filter, Optional.empty()));
    }
}
