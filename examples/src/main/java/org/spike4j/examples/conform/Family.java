package org.spike4j.examples.conform;

import java.util.Optional;
import java.util.Set;

/**
 * How the cases of one model become checks of this library.
 *
 * @param parameters the constants it understands; a case with others is not covered
 * @param adapter maps a case
 */
record Family(Set<String> parameters, Adapter adapter) {

    /** Maps a case, or gives nothing where this library lacks an option of it. */
    interface Adapter {
        Optional<? extends CaseCheck> adapt(CaseFile file) throws CaseFormatException;
    }

    Optional<? extends CaseCheck> adapt(CaseFile file) throws CaseFormatException {
        return parameters.containsAll(file.params().names()) ? adapter.adapt(file) : Optional.empty();
    }
}
