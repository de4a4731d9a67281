package org.spike4j.layers;

/** Which neurons of a recurrent layer the output of one goes to. */
public enum RecurrentConnections {
    /** To all: I_j = sum over i of y_i R_ij, R [nOut, nOut]. */
    ALL_TO_ALL {
        @Override
        long[] weightShape(long units) {
            return new long[] {units, units};
        }
    },
    /** To itself, with a weight of its own: I_j = y_j R_j, R [nOut]. */
    ONE_TO_ONE {
        @Override
        long[] weightShape(long units) {
            return new long[] {units};
        }
    },
    /** To itself, with one weight for all neurons: I_j = y_j R, R [1]. */
    ONE_TO_ONE_SHARED {
        @Override
        long[] weightShape(long units) {
            return new long[] {1};
        }
    },
    /** To its neighbours, with one weight below 0, see {@link LateralInhibition}: I_j = sum over neighbours i of -y_i |R|, R [1]. */
    LATERAL_INHIBITION {
        @Override
        long[] weightShape(long units) {
            return new long[] {1};
        }
    };

    abstract long[] weightShape(long units);
}
