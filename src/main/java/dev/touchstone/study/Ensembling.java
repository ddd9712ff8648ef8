package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.base.ShortNumber;
import dev.touchstone.base.UserError;
import dev.touchstone.ensemble.Blend;
import dev.touchstone.ensemble.CrossFit;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.ensemble.GreedySelection;
import dev.touchstone.ensemble.Member;
import dev.touchstone.ensemble.Way;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.Scores;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.KeptEnsemble;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.EnsembleCandidates.Candidate;
import dev.touchstone.trial.TrialEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes ensembles of an open study's trials and keeps them in it. */
public final class Ensembling {
    /** The same draws for every study, so that the same trials make the same ensemble with the same figures. */
    private static final Seed SEED = new Seed(1).derive("ensemble");

    private final OpenStudy study;
    private final EnsembleCandidates candidates;
    private final Consumer<String> listener;

    /**
     * @param listener told in words what was trained
     * @throws NoEnsemble when no trial is complete
     * @throws UserError when the validation predictions of a trial are missing
     */
    public Ensembling(OpenStudy study, Consumer<String> listener) {
        this.study = study;
        this.candidates = new EnsembleCandidates(study.store().read(), study.artefacts());
        this.listener = listener;
    }

    /**
     * A kept ensemble by its number.
     *
     * @throws UserError when the study has no such ensemble
     */
    public static KeptEnsemble find(StudyStore store, int number) {
        List<KeptEnsemble> all = store.ensembles();
        return all.stream()
                .filter(kept -> kept.number() == number)
                .findFirst()
                .orElseThrow(() -> new UserError("there is no ensemble " + number + "; "
                        + (all.isEmpty() ? "the study has none yet" : "the study has ensembles 1 to " + all.size())));
    }

    /**
     * Of the best different trials whose checkpoints are kept.
     *
     * @param most members, from 2
     * @throws NoEnsemble when there are not two such trials, or none together are better than the best one alone
     */
    public KeptEnsemble ofTrials(int most) {
        List<Candidate> all = candidates.different();
        List<Candidate> kept = all.stream()
                .filter(each -> study.artefacts().has(each.completed().checkpoint()))
                .toList();
        if (kept.size() < 2) {
            throw new NoEnsemble("An ensemble takes two different complete trials whose checkpoints are kept; "
                    + study.spec().study() + " has " + kept.size() + ".");
        }
        GreedySelection selection = new GreedySelection(candidates.metric(), candidates.direction(), most);
        List<Predictions> predictions =
                kept.stream().map(Candidate::predictions).toList();
        GreedySelection.Choice choice = selection.choose(predictions, candidates.targets());
        if (choice.different() < 2) {
            throw new NoEnsemble(
                    "No ensemble of the " + kept.size() + " trials is better on the validation rows than trial "
                            + kept.get(choice.best()).trial().number() + " alone; nothing was kept.");
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (choice.picks()[i] > 0) {
                members.add(member(
                        kept.get(i).trial(), choice.picks()[i], kept.get(i).completed()));
            }
        }
        Gain unchosen = new CrossFit(selection)
                .gain(predictions, candidates.targets(), SEED)
                .orElse(null);
        return keep(Way.TRIALS, members, unchosen, notes(all.size(), kept.size()));
    }

    private static List<String> notes(int different, int kept) {
        String chosen = "chosen from " + kept + " different complete trials";
        return List.of(
                different == kept
                        ? chosen
                        : chosen + "; " + (different - kept)
                                + " more have no checkpoint, which keep-checkpoints in the spec decides");
    }

    /**
     * Of one trial's configuration, trained with other seeds beside its own.
     *
     * @param number of the trial; null for the best one
     * @param count members, from 2, with the trial itself
     * @param stopRequested asked often; once true, nothing is kept
     * @return nothing when it was asked to stop
     * @throws NoEnsemble when no training came to its end
     */
    public @Nullable KeptEnsemble ofSeeds(
            @Nullable Integer number,
            int count,
            Function<OpenStudy, TrialExecutor> executors,
            BooleanSupplier stopRequested) {
        Candidate base = base(number);
        requireCheckpoint(base);
        Seed own = new Seed(base.trial().seed());
        List<Long> seeds = LongStream.range(1, count)
                .map(index -> own.derive("ensemble", index).value())
                .boxed()
                .toList();
        Assignment effective = Objects.requireNonNull(base.trial().effective());
        List<TrialRecord> trained = new Retraining(
                        study, executors, stopRequested, training -> tell(training, count - 1))
                .train(effective, seeds);
        if (trained.stream().anyMatch(training -> !training.state().isFinal())) {
            return null;
        }
        List<Member> members = new ArrayList<>(List.of(member(base.trial(), 1, base.completed())));
        List<String> notes = new ArrayList<>();
        for (TrialRecord training : trained) {
            if (training.completed() == null) {
                notes.add("left out, seed " + training.seed() + ": " + training.reason());
            } else {
                members.add(member(base.trial().number(), 1, training.seed(), training.completed()));
            }
        }
        if (members.size() < 2) {
            throw new NoEnsemble("No training with another seed came to its end: " + String.join("; ", notes));
        }
        List<Predictions> others = predictions(members.subList(1, members.size()));
        Gain unchosen = others.size() < 2 ? null : gain(Blend.evenly(others), others);
        return keep(Way.SEEDS, members, unchosen, notes);
    }

    /**
     * Of the networks that a trial has at the ends of its last epochs, when it is trained again.
     *
     * @param way {@link Way#CHECKPOINTS} or {@link Way#WEIGHTS}
     * @param number of the trial; null for the best one
     * @param count epochs, from 2
     * @param stopRequested asked often; once true, nothing is kept
     * @return nothing when it was asked to stop
     * @throws NoEnsemble when the training has a single epoch or breaks
     */
    public @Nullable KeptEnsemble ofEpochs(
            Way way, @Nullable Integer number, int count, BooleanSupplier stopRequested) {
        TrialRecord trial = base(number).trial();
        listener.accept("training trial " + trial.number() + " again");
        EpochNetworks networks = EpochNetworks.train(study, trial, count, stopRequested);
        if (networks == null) {
            return null;
        }
        List<Member> members = way == Way.WEIGHTS
                ? List.of(networks.averaged(candidates.metric()))
                : networks.members(candidates.metric());
        Gain unchosen = gain(Blend.evenly(predictions(members)), List.of(networks.predictionsOfLast()));
        return keep(way, members, unchosen, List.of());
    }

    private Candidate base(@Nullable Integer number) {
        return number == null ? candidates.best() : candidates.of(number);
    }

    private void requireCheckpoint(Candidate base) {
        if (!study.artefacts().has(base.completed().checkpoint())) {
            throw new UserError("the checkpoint of trial " + base.trial().number()
                    + " was not kept, because it is not among the leading trials; name another, or raise keep-checkpoints"
                    + " in the spec");
        }
    }

    private void tell(TrialRecord training, int trainings) {
        String metric = candidates.metric().specName();
        listener.accept("training " + training.number() + " of " + trainings + ", seed " + training.seed() + ": "
                + (training.completed() == null
                        ? training.state().specName() + ", " + training.reason()
                        : metric + " "
                                + ShortNumber.of(training.completed().values().getOrDefault(metric, Double.NaN))));
    }

    private Member member(TrialRecord trial, double weight, TrialEvent.Completed completed) {
        return member(trial.number(), weight, trial.seed(), completed);
    }

    private Member member(int trial, double weight, long seed, TrialEvent.Completed completed) {
        return new Member(
                trial,
                weight,
                seed,
                List.of(),
                completed.values().getOrDefault(candidates.metric().specName(), Double.NaN),
                completed.checkpoint(),
                completed.predictions());
    }

    private KeptEnsemble keep(Way way, List<Member> weighed, @Nullable Gain unchosen, List<String> notes) {
        double whole = weighed.stream().mapToDouble(Member::weight).sum();
        List<Member> members = weighed.stream()
                .map(member -> member.weighing(member.weight() / whole))
                .toList();
        List<Predictions> predictions = predictions(members);
        Blend blend = new Blend(predictions.get(0));
        for (int i = 0; i < members.size(); i++) {
            blend.add(predictions.get(i), members.get(i).weight());
        }
        Predictions mean = blend.mean();
        Scores scores = Scores.of(mean, candidates.targets(), SEED.derive("interval"));
        Candidate best = candidates.best();
        Ensemble ensemble = new Ensemble(
                way,
                best.trial().number(),
                members,
                scores.values(),
                scores.intervals(),
                gain(mean, List.of(best.predictions())),
                unchosen,
                notes);
        int number = study.store().keep(ensemble);
        return find(study.store(), number);
    }

    private List<Predictions> predictions(List<Member> members) {
        return members.stream()
                .map(member -> Predictions.fromBytes(study.artefacts().get(member.predictions())))
                .toList();
    }

    private Gain gain(Predictions ensemble, List<Predictions> others) {
        return Gain.of(candidates.metric(), candidates.direction(), ensemble, others, candidates.targets(), SEED);
    }
}
