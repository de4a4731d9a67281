package org.spike4j.datasets.representation;

import java.util.List;

/** How an event counts in a bin that is d bins later than it; a part of {@link EventSpikeTensor}. */
public sealed interface TimeKernel {

    /**
     * Its value.
     *
     * @param d the time of the bin minus that of the event, in the distance of two bins
     * @return k(d)
     */
    double at(double d);

    /**
     * Where it begins.
     *
     * @return k(d) = 0 for all d below
     */
    double from();

    /**
     * Where it ends.
     *
     * @return k(d) = 0 for all d above; may be infinite
     */
    double to();

    /**
     * Between the two bins around an event, as in a voxel grid; the kernel that learning starts from in Gehrig et al. 2019,
     *
     * <pre>
     * k(d) = max(0, 1 - |d|)
     * </pre>
     */
    record Triangle() implements TimeKernel {
        @Override
        public double at(double d) {
            return Math.max(0, 1 - Math.abs(d));
        }

        @Override
        public double from() {
            return -1;
        }

        @Override
        public double to() {
            return 1;
        }
    }

    /**
     * In all bins that are not before the event, and less and less,
     *
     * <pre>
     * k(d) = exp(-d / tau) / tau,  d &gt;= 0
     * </pre>
     *
     * @param tau in the distance of two bins, above 0
     */
    record Exponential(double tau) implements TimeKernel {
        /** Checks the value. */
        public Exponential {
            requireTau(tau);
        }

        @Override
        public double at(double d) {
            return d < 0 ? 0 : Math.exp(-d / tau) / tau;
        }

        @Override
        public double from() {
            return 0;
        }

        @Override
        public double to() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * As the current of a synapse, with a maximum of 1 at tau after the event,
     *
     * <pre>
     * k(d) = (d / tau) exp(1 - d / tau),  d &gt;= 0
     * </pre>
     *
     * @param tau in the distance of two bins, above 0
     */
    record Alpha(double tau) implements TimeKernel {
        /** Checks the value. */
        public Alpha {
            requireTau(tau);
        }

        @Override
        public double at(double d) {
            return d < 0 ? 0 : d / tau * Math.exp(1 - d / tau);
        }

        @Override
        public double from() {
            return 0;
        }

        @Override
        public double to() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * Lines between knots, which can be learned. With the values w(-R) ... w(R) and S knots for each bin,
     *
     * <pre>
     * k(d) = sum over j = -R ... R of w(j) max(0, 1 - |S d - j|)
     * </pre>
     *
     * @param values w, an odd number of finite values
     * @param perBin S, at least 1
     */
    record Knots(List<Double> values, int perBin) implements TimeKernel {
        /** Checks and copies the values. */
        public Knots {
            values = List.copyOf(values);
            if (values.size() % 2 == 0 || !values.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("knots must be an odd number of finite values, were " + values);
            }
            if (perBin < 1) {
                throw new IllegalArgumentException("knots of a bin must be >= 1, were " + perBin);
            }
        }

        /**
         * R.
         *
         * @return knots on either side of the one in the middle
         */
        public int radius() {
            return values.size() / 2;
        }

        @Override
        public double at(double d) {
            double place = perBin * d + radius();
            int before = (int) Math.floor(place);
            double share = place - before;
            return value(before) * (1 - share) + value(before + 1) * share;
        }

        private double value(int knot) {
            return knot < 0 || knot >= values.size() ? 0 : values.get(knot);
        }

        @Override
        public double from() {
            return -to();
        }

        @Override
        public double to() {
            return (radius() + 1.0) / perBin;
        }
    }

    private static void requireTau(double tau) {
        if (!(tau > 0)) {
            throw new IllegalArgumentException("tau must be > 0 bins, was " + tau);
        }
    }
}
