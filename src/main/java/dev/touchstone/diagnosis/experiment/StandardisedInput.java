package dev.touchstone.diagnosis.experiment;

import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.FindingCode;
import java.util.Arrays;
import java.util.List;

/** Features moved and scaled so that those of train have mean 0 and standard deviation 1. */
final class StandardisedInput extends Remedy {
    /** A feature whose own standardisation would change it less is standardised already. */
    private static final double ALIKE = 0.5;

    StandardisedInput() {
        super(FindingCode.UNNORMALISED_INPUT);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        Rows train = trial.data().train();
        double[] mean = new double[train.width()];
        double[] deviation = new double[train.width()];
        measure(train, mean, deviation);
        boolean alike = true;
        for (int i = 0; i < mean.length; i++) {
            boolean varies = deviation[i] > 0;
            alike &= !varies || (Math.abs(mean[i]) < ALIKE && Math.abs(Math.log(deviation[i])) < ALIKE);
        }
        return alike
                ? List.of()
                : List.of(new Arm(
                        "with standardised features",
                        "set data: {normalise: standardise}",
                        trial.with(trial.data()
                                .with(
                                        standardised(train, mean, deviation),
                                        standardised(trial.data().validation(), mean, deviation)))));
    }

    private static void measure(Rows rows, double[] mean, double[] deviation) {
        double[] squares = new double[rows.width()];
        for (int i = 0; i < rows.features().limit(); i++) {
            double value = rows.features().get(i);
            mean[i % rows.width()] += value / rows.count();
            squares[i % rows.width()] += value * value / rows.count();
        }
        Arrays.setAll(deviation, i -> Math.sqrt(Math.max(0, squares[i] - mean[i] * mean[i])));
    }

    private static Rows standardised(Rows rows, double[] mean, double[] deviation) {
        float[] numbers = rows.numbers();
        for (int i = 0; i < numbers.length; i++) {
            int feature = i % rows.width();
            numbers[i] = (float) ((numbers[i] - mean[feature]) / (deviation[feature] > 0 ? deviation[feature] : 1));
        }
        return new Rows(rows.width(), numbers, rows.targets());
    }
}
