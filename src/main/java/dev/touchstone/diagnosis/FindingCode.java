package dev.touchstone.diagnosis;

import dev.touchstone.spec.SpecName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a training can be found to have, and a whole sweep. The data checks have codes of their own. */
public enum FindingCode {
    LEARNING_RATE_TOO_HIGH(
            Nature.CAUSE,
            "steps are too large: the loss leaps, rises again, or stops being finite, or units die",
            "TheDeepChecker (TOSEM 2022): updates of more than a tenth of the weights"),
    LEARNING_RATE_TOO_LOW(
            Nature.CAUSE,
            "steps are too small to arrive anywhere",
            "TheDeepChecker: updates below 1e-4 of the weights; Karpathy, CS231n: about 1e-3 is sound"),
    FROZEN_PARAMETERS(Nature.CAUSE, "a layer is not trained: it is frozen", "TheDeepChecker: update ratio of 0"),
    WRONG_LOSS(
            Nature.CAUSE,
            "the loss is made for other answers than the data have, or for one class alone",
            "Humbatova et al. (ICSE 2020): a wrong loss is among the faults of real programs"),
    WRONG_OUTPUT_ACTIVATION(
            Nature.CAUSE,
            "the output's activation cannot give what the data want",
            "Humbatova et al. (ICSE 2020): wrong activations and outputs are among the commonest faults"),
    MISSING_ACTIVATION(
            Nature.CAUSE, "layers follow each other with no activation between", "a product of matrices is a matrix"),
    UNNORMALISED_INPUT(
            Nature.CAUSE,
            "features are far from a scale of about 1",
            "normalisation promises a scale of 1; ten times that is none, or ten times its curvature (LeCun et al. 1998) with a first loss of twice that of guessing"),
    UNNORMALISED_TARGET(
            Nature.CAUSE,
            "the number to be learnt is far from a mean of 0 and a scale of 1",
            "ten times that is none, as of features"),
    POOR_INITIALISATION(
            Nature.CAUSE,
            "the network starts where it does not get away from: weights all alike, signals or gradients that fade, answers far surer than guessing",
            "TheDeepChecker: a first loss of twice that of guessing; He et al. (2015): signals keep their scale"),
    SATURATING_ACTIVATION(
            Nature.CAUSE,
            "sigmoid or tanh units work where they are flat, several layers of sigmoid follow each other, or the units of a hidden softmax share out 1",
            "SageMaker Debugger: over half of a layer; Glorot and Bengio (2010): no sigmoid in deep networks"),
    OVER_REGULARISED(
            Nature.CAUSE,
            "penalties, weight decay, noise or dropout leave too little to learn with",
            "a penalty that outweighs the loss (TheDeepChecker: by twice); Srivastava et al. (2014): dropout of a half at most"),
    BATCH_SIZE(
            Nature.CAUSE,
            "an epoch has too few steps to learn in",
            "an epoch of one or two steps is full-batch descent; McCandlish et al. (2018): batches far above the gradient noise scale"),
    CLASS_IMBALANCE(
            Nature.CAUSE,
            "a class is so rare that it is learnt worse than the rest",
            "cleanlab: less than a tenth of an even share; Fernández et al. (2008): less than a ninth of the commonest; accuracy above the mean over classes"),
    TOO_FEW_EPOCHS(
            Nature.CAUSE,
            "training ended while it still went well",
            "Google's tuning playbook: the best step in the last quarter; under four epochs, of which the last still gained"),
    SCHEDULE_MISMATCH(
            Nature.CAUSE,
            "the rate was gone, or still grew, while there was much to learn; or training ended before it was lowered",
            "Google's tuning playbook: the schedule belongs to the length of training"),
    EARLY_STOPPED_ON_NOISE(
            Nature.CAUSE,
            "early stopping ended a training whose validation loss still fell",
            "Prechelt (1998): stop on the loss, not on its noise"),
    OVERFITTING(Nature.CAUSE, "most of what is learnt holds for the train rows only", "the trial's own intervals"),
    TOO_LITTLE_CAPACITY(
            Nature.CAUSE,
            "train and validation rows alike are answered poorly though training has settled, or a layer is too narrow to tell the classes",
            "the trial's own intervals, and nearest neighbours, which do better"),
    DATA_LEAK(
            Nature.CAUSE,
            "validation rows or the label itself are among what is trained on",
            "Deepchecks: over 5 % of shared rows; a feature that errs less than labels do (Northcutt et al. 2021)"),
    DATA_LOADING(
            Nature.CAUSE,
            "what arrives at the network is not what was meant: rows again and again, labels of other rows",
            "train rows against validation rows by their nearest neighbours"),
    BAD_LABELS(
            Nature.CAUSE,
            "many labels are wrong",
            "confident learning (Northcutt, Jiang and Chuang 2021) on nearest neighbours; a class that lost train rows to another, by three standard errors; labels of unlike classes where neighbours are surest, against as much normal noise"),
    SPLIT_MISMATCH(
            Nature.CAUSE,
            "validation rows are other ones than train rows",
            "two-sample test by nearest neighbours (Schilling 1986)"),
    POOR_FEATURES(
            Nature.CAUSE,
            "the features tell hardly anything of what is to be learnt, or most never vary",
            "nearest neighbours, which train nothing, do no better than a constant; or miss most, as the network does, of features as unrelated as noise"),
    BATCH_CONSTRUCTION(
            Nature.CAUSE,
            "batches are not mixed, or too small for what is measured on them",
            "Ioffe (2017): batch normalisation fails on batches of few rows; Masters and Luschi (2018): batches of 2 to 32 rows; losses that repeat from epoch to epoch, or are twice as high in inference"),
    WRONG_OPTIMISER(
            Nature.CAUSE,
            "the optimiser needs far more steps than another would",
            "Adam at its usual rate (Kingma and Ba 2015), by experiment"),
    BAD_AUGMENTATION(
            Nature.CAUSE,
            "augmentation takes away what has to be learnt",
            "augmented rows are not learnt by sound steps, or cost less than the same rows as they are; a training without it, by experiment"),
    TOO_LITTLE_DATA(
            Nature.CAUSE,
            "there are too few rows to learn from",
            "scikit-learn's chart of estimators: under 50 rows; Peduzzi et al. (1996): ten of a class; a training on half of the rows, by experiment"),
    VANISHING_GRADIENT(
            Nature.SYMPTOM,
            "hardly any gradient reaches the first layer",
            "AUTOTRAINER (ICSE 2021): first layer below 1e-3 of the last and below 1e-4"),
    EXPLODING_GRADIENT(
            Nature.SYMPTOM,
            "the gradient grows on its way to the first layer",
            "AUTOTRAINER: first layer above 70 times the last"),
    DEAD_UNITS(Nature.SYMPTOM, "units give 0 whatever they see", "SageMaker Debugger: over half of a layer"),
    LOSS_SCALE(
            Nature.SYMPTOM,
            "the loss starts on another scale than that of guessing",
            "TheDeepChecker: the first loss against that of guessing"),
    LOSS_NOT_DECREASING(Nature.SYMPTOM, "the training loss does not fall", "the loss curve's own noise"),
    INPUT_IGNORED(Nature.SYMPTOM, "all rows get nearly the same answer", "DeepLocalize (ICSE 2021): constant outputs"),
    NO_BETTER_THAN_BASELINE(
            Nature.SYMPTOM, "a baseline that looks at no feature does as well", "the trial's own interval"),
    METRIC_HIDES_CLASS(
            Nature.SYMPTOM,
            "the metric is good and a class is learnt badly",
            "Wilson's intervals or, of few rows, guessing (binomial); Bonferroni over the classes"),
    VALIDATION_TOO_SMALL(
            Nature.CAUSE, "the validation split cannot tell what was learnt from chance", "the trial's own interval"),
    METRIC_TOO_COARSE(Nature.CAUSE, "the metric stands still while the validation loss moves", "steps of one row"),
    SPACE_EDGE(
            Nature.CAUSE,
            "the best values lie at the end of a range",
            "Google's tuning playbook: widen a space whose best point is at its boundary"),
    PARAMETER_WITHOUT_EFFECT(
            Nature.SYMPTOM,
            "the value does not depend on a hyperparameter",
            "Spearman's rank correlation, 5 % with Bonferroni"),
    MOST_TRIALS_GATED(Nature.SYMPTOM, "gates stop more than half of the trials", "majority"),
    NOISE_LARGER_THAN_DIFFERENCES(
            Nature.SYMPTOM, "most trials cannot be told from the leader", "the ranking's paired tests"),
    VALIDATION_OVERUSED(
            Nature.CAUSE,
            "so many trials were compared on so few rows that the leader's figure flatters it",
            "the expected largest of as many noisy equals (order statistics of the normal distribution)");

    /** A cause can be mended; a symptom shows that something is wrong, and goes when its cause is mended. */
    public enum Nature {
        CAUSE,
        SYMPTOM
    }

    /** What cannot both be said of one training; the first of two that were found stands. */
    private static final Map<FindingCode, List<FindingCode>> EXCLUDES = Map.ofEntries(
            entry(
                    LEARNING_RATE_TOO_HIGH,
                    LEARNING_RATE_TOO_LOW,
                    TOO_FEW_EPOCHS,
                    TOO_LITTLE_CAPACITY,
                    EARLY_STOPPED_ON_NOISE),
            entry(LEARNING_RATE_TOO_LOW, OVERFITTING, TOO_LITTLE_CAPACITY, EXPLODING_GRADIENT, TOO_FEW_EPOCHS),
            entry(VANISHING_GRADIENT, EXPLODING_GRADIENT),
            entry(OVER_REGULARISED, OVERFITTING, TOO_LITTLE_CAPACITY, LEARNING_RATE_TOO_HIGH, LEARNING_RATE_TOO_LOW),
            entry(OVERFITTING, TOO_LITTLE_CAPACITY, TOO_FEW_EPOCHS),
            entry(TOO_FEW_EPOCHS, TOO_LITTLE_CAPACITY, EARLY_STOPPED_ON_NOISE, LOSS_NOT_DECREASING),
            entry(POOR_FEATURES, DATA_LEAK, BAD_LABELS, TOO_LITTLE_CAPACITY),
            entry(DATA_LOADING, BAD_LABELS),
            entry(WRONG_OPTIMISER, LEARNING_RATE_TOO_HIGH, TOO_LITTLE_CAPACITY, OVERFITTING),
            entry(BATCH_CONSTRUCTION, FROZEN_PARAMETERS),
            entry(FROZEN_PARAMETERS, TOO_LITTLE_CAPACITY),
            entry(BAD_AUGMENTATION, OVERFITTING, TOO_LITTLE_CAPACITY),
            entry(POOR_INITIALISATION, LOSS_SCALE));

    private final Nature nature;
    private final String meaning;
    private final String source;

    private static Map.Entry<FindingCode, List<FindingCode>> entry(FindingCode code, FindingCode... others) {
        return Map.entry(code, List.of(others));
    }

    FindingCode(Nature nature, String meaning, String source) {
        this.nature = nature;
        this.meaning = meaning;
        this.source = source;
    }

    /** The code of a name such as {@code dead-units}; nothing for one of the data checks. */
    public static Optional<FindingCode> named(String name) {
        return SpecName.find(FindingCode.class, name);
    }

    /** The name that findings have. */
    public String specName() {
        return SpecName.of(this);
    }

    public Nature nature() {
        return nature;
    }

    /** In a sentence's worth of words. */
    public String meaning() {
        return meaning;
    }

    /** Where the rule or its threshold is from. */
    public String source() {
        return source;
    }

    /** Whether two findings of one training contradict each other. */
    public boolean excludes(FindingCode other) {
        return EXCLUDES.getOrDefault(this, List.of()).contains(other)
                || EXCLUDES.getOrDefault(other, List.of()).contains(this);
    }

    /** A finding of this code that no experiment has confirmed. */
    public Finding finding(Severity severity, String cause, Evidence evidence, String remedy) {
        return new Finding(specName(), severity, cause, false, evidence.entries(), remedy);
    }

    /** All codes of a nature. */
    public static List<FindingCode> of(Nature nature) {
        return Arrays.stream(values()).filter(code -> code.nature == nature).toList();
    }
}
