package dev.touchstone.data.augmentation;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Mixes each row of a batch with another one, and their targets likewise (Zhang et al. 2018, "mixup: Beyond empirical risk
 * minimization"). As in the authors' code, a batch has one weight and each row one partner.
 *
 * @param alpha both parameters of the beta distribution that the weight is drawn from; from 0, which mixes nothing
 */
public record Mixup(double alpha, Task task) implements Augmentation {
    @Override
    public void change(Batch batch, Seed seed) {
        if (alpha == 0) {
            return;
        }
        float own = (float)
                new BetaDistribution(new MersenneTwister(seed.derive("weight").value()), alpha, alpha).sample();
        int[] partners = seed.derive("partners").permutation(batch.targets().count());
        mix(batch.features(), batch.width(), partners, own);
        batch.setTargets(mixed(batch.targets(), partners, own));
    }

    private Targets mixed(Targets targets, int[] partners, float own) {
        if (targets instanceof Targets.Values values) {
            float[] numbers = values.numbers().clone();
            mix(numbers, 1, partners, own);
            return new Targets.Values(numbers);
        }
        Targets.Shares shares = Targets.Shares.of(targets, task.answers());
        mix(shares.numbers(), shares.classes(), partners, own);
        return shares;
    }

    private static void mix(float[] numbers, int width, int[] partners, float own) {
        float[] before = numbers.clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = own * before[i] + (1 - own) * before[partners[i / width] * width + i % width];
        }
    }
}
