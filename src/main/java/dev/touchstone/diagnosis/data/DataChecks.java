package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.diagnosis.Finding;
import java.util.Comparator;
import java.util.List;

/**
 * All checks of data; those that do not suit the task are left out. They take a few seconds, train no
 * network and load nothing of ND4J.
 */
public final class DataChecks {
    private static final DataCheck NON_FINITE = new NonFiniteCheck();
    private static final List<DataCheck> CHECKS = List.of(
            new SharedRowsCheck(),
            new NearDuplicateCheck(),
            new ConflictingLabelsCheck(),
            new ConflictingNumbersCheck(),
            new SingleFeatureCheck(),
            new NumberFromFeatureCheck(),
            new IdentifierCheck(),
            new RowOrderCheck(),
            new GroupLeakageCheck(),
            new TimeLeakageCheck(),
            new SourceOrderCheck(),
            new FeatureScaleCheck(),
            new OutlyingCellsCheck(),
            new MissingValuesCheck(),
            new ClassBalanceCheck(),
            new LabelBalanceCheck(),
            new ValidationSizeCheck(),
            new ValidationSizeForNumbersCheck(),
            new SplitDriftCheck(),
            new FeatureDriftCheck(),
            new LabelNoiseCheck());

    private DataChecks() {}

    /**
     * Looks at train and validation rows; the same data and seed always give the same.
     *
     * @return what was found, the most severe first
     */
    public static List<Finding> run(Prepared data, Seed seed) {
        CheckedData checked = new CheckedData(data, seed);
        List<Finding> nonFinite = NON_FINITE.examine(checked);
        if (!nonFinite.isEmpty()) {
            return nonFinite; // what else is computed from such values says nothing
        }
        return CHECKS.stream()
                .filter(check -> check.suits(data.data().task()))
                .flatMap(check -> check.examine(checked).stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
