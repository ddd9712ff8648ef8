package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.augmentation.AutoAugmentation;
import dev.touchstone.search.Regime;
import dev.touchstone.space.Half;
import dev.touchstone.space.Parameter;
import dev.touchstone.space.ParameterSpaces;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.study.AutoSpec.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** The space that a study with {@code regularisation: auto} searches once its regime is known. */
final class AutoSpace {
    /** Of images by their side; crops of pictures of 32 pixels are usually padded by 4 (He et al. 2016). */
    private static final int SHIFT_PART = 8;

    /** Most epochs, as a multiple of the spec's. */
    private static final int EPOCHS = 3;

    private final StudySpec spec;
    private final PreparedData data;
    private final AutoSpec auto;
    private final List<AutoChange> changes = new ArrayList<>();
    private SearchSpace space;

    private AutoSpace(StudySpec spec, PreparedData data, AutoSpec auto) {
        this.spec = spec;
        this.data = data;
        this.auto = auto;
        this.space = spec.space();
    }

    /** @param changes to the spec's space, in words; never of a parameter's bounds */
    record Searched(SearchSpace space, List<AutoChange> changes) {}

    static Searched of(StudySpec spec, PreparedData data, AutoSpec auto, Regime regime) {
        AutoSpace made = new AutoSpace(spec, data, auto);
        switch (regime) {
            case OVERFITTING -> {
                made.narrow(Role.REGULARISES, Half.UPPER);
                made.added().forEach(added -> made.add(added, added.range()));
            }
            case UNDERFITTING -> {
                made.narrow(Role.REGULARISES, Half.LOWER);
                made.narrow(Role.ADDS_CAPACITY, Half.UPPER);
                made.lengthen();
            }
            case UNDECIDED -> made.added().forEach(added -> made.add(added, ParameterSpaces.lowerHalf(added.range())));
        }
        return new Searched(made.space, List.copyOf(made.changes));
    }

    private void narrow(Role role, Half half) {
        for (Parameter own : spec.space().parameters()) {
            if (auto.roles().get(own.name()) == role) {
                ParameterSpaces.half(own.values(), half).ifPresent(values -> {
                    Parameter narrowed = new Parameter(own.name(), values, own.when());
                    space = space.with(narrowed);
                    changes.add(AutoChange.narrowed(narrowed, half));
                });
            }
        }
    }

    private void add(Added added, ParameterSpace<? extends Number> range) {
        space = space.with(new Parameter(added.name(), ParameterSpaces.sometimes(range), null));
        changes.add(AutoChange.added(added.name(), range, added.source()));
    }

    private void lengthen() {
        ParameterSpace<Integer> times = ParameterSpaces.integer(1, EPOCHS);
        space = space.with(new Parameter(AutoRegularisation.EPOCHS, times, null));
        changes.add(AutoChange.longer(times, spec.training().budget()));
    }

    /** @param source of the range */
    private record Added(String name, ParameterSpace<? extends Number> range, String source) {}

    /** What the spec does not have already, and network and data allow. */
    private List<Added> added() {
        List<Added> added = new ArrayList<>();
        if (!spec.space().has(Hyperparameters.WEIGHT_DECAY)) {
            added.add(new Added(
                    Hyperparameters.WEIGHT_DECAY,
                    ParameterSpaces.logUniform(0.01, 1),
                    "from AdamW's usual 0.01 to a hundred times that, for small data"));
        }
        added.add(new Added(
                AutoRegularisation.MAX_NORM,
                ParameterSpaces.uniform(1, 4),
                "Srivastava et al. 2014 bound norms by 3 to 4; from a quarter of that"));
        if (spec.model().takesAddedDropout()) {
            added.add(new Added(
                    AutoRegularisation.DROPOUT,
                    ParameterSpaces.uniform(0.1, 0.5),
                    "Srivastava et al. 2014: 0.5 is near the best for hidden units"));
        }
        AutoAugmentation.parameters(spec.augmentation(), data).stream()
                .flatMap(name -> augmentation(name).stream())
                .forEach(added::add);
        return added;
    }

    private Optional<Added> augmentation(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case AutoRegularisation.SHIFT -> shift();
                    case AutoRegularisation.NOISE ->
                        new Added(
                                name,
                                ParameterSpaces.uniform(0.05, 0.5),
                                "noise is a penalty on slopes (Bishop 1995); up to half a feature's deviation");
                    case AutoRegularisation.LABEL_SMOOTHING ->
                        new Added(
                                name, ParameterSpaces.uniform(0.02, 0.2), "up to twice the 0.1 of Szegedy et al. 2016");
                    default -> null;
                });
    }

    private Added shift() {
        int side = Math.min(data.shape().get(1), data.shape().get(2));
        int most = Math.max(2, side / SHIFT_PART);
        return new Added(
                AutoRegularisation.SHIFT,
                ParameterSpaces.integer(1, most),
                "up to an eighth of the side, as crops are padded in He et al. 2016");
    }
}
