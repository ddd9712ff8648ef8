package dev.touchstone.training;

/**
 * How the learning rate moves over the iterations. It is known before training begins, {@link ReduceOnPlateau} apart, which
 * follows the validation value.
 */
public sealed interface Schedule {
    /**
     * The rate of an iteration.
     *
     * @param rate the trial's learning rate
     * @param iteration from 0
     * @param planned iterations in all, when early stopping does not come first; from 1
     */
    double at(double rate, long iteration, long planned);

    /**
     * The sum of the first iterations' rates, for a trial rate of 1; of more than a hundred thousand as many in even distances
     * stand for all.
     *
     * @param first how many; from 1 to those planned
     */
    default double sum(long first, long planned) {
        long most = 100_000;
        long stride = Math.max(1, first / most);
        long looks = first / stride;
        double sum = 0;
        for (long look = 0; look < looks; look++) {
            sum += at(1, look * stride + (stride - 1) / 2, planned);
        }
        return sum * first / looks;
    }

    /** The trial's rate throughout. */
    record Constant() implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            return rate;
        }
    }

    /**
     * The trial's rate, times a factor again and again.
     *
     * @param every iterations from one factor to the next; from 1
     * @param factor above 0 up to 1
     */
    record Step(long every, double factor) implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            long factors = iteration / every;
            return rate * Math.pow(factor, (double) factors);
        }
    }

    /**
     * From the trial's rate down by the same factor every epoch, a little of it every iteration.
     *
     * @param factor of an epoch; above 0 up to 1
     * @param epoch its iterations; from 1
     */
    record Exponential(double factor, long epoch) implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            return rate * Math.pow(factor, (double) iteration / epoch);
        }
    }

    /**
     * The trial's rate times a power of the share of iterations that is left.
     *
     * @param power above 0; 1 is a straight line to 0
     */
    record Polynomial(double power) implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            return rate * Math.pow(1 - (double) iteration / planned, power);
        }
    }

    /** Half a cosine from the trial's rate to 0 at the last planned iteration (Loshchilov and Hutter 2017). */
    record Cosine() implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            return rate * 0.5 * (1 + Math.cos(Math.PI * iteration / planned));
        }
    }

    /**
     * Up to the trial's rate and down again by half a cosine each (Smith and Topin 2018; by cosine as in fastai). Momentum
     * stays as it is.
     *
     * @param rise share of the iterations in which the rate rises; 0 to below 1
     * @param start share of the trial's rate at the beginning; 0 to 1
     * @param end share of the trial's rate at the end; 0 to 1
     */
    record OneCycle(double rise, double start, double end) implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            double done = (double) iteration / planned;
            return done < rise
                    ? rate * between(start, 1, done / rise)
                    : rate * between(1, end, (done - rise) / (1 - rise));
        }

        private static double between(double from, double to, double share) {
            return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * share));
        }
    }

    /**
     * The trial's rate, times a factor whenever the objective on the validation rows has not improved for some epochs. What
     * is planned is the rate as if that never came to pass.
     *
     * @param factor above 0 up to below 1
     * @param patience epochs without an improvement after which the rate is reduced; from 1
     */
    record ReduceOnPlateau(double factor, int patience) implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            return rate;
        }
    }

    /**
     * A straight line up to the trial's rate before another schedule, which then has the rest of the iterations (Goyal et
     * al. 2017).
     *
     * @param share of the planned iterations; 0 to below 1
     */
    record WarmUp(double share, Schedule after) implements Schedule {
        @Override
        public double at(double rate, long iteration, long planned) {
            long rising = (long) (share * planned);
            return iteration < rising
                    ? rate * (iteration + 1) / (rising + 1)
                    : after.at(rate, iteration - rising, planned - rising);
        }
    }
}
