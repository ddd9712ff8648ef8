package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.data.Rows;
import dev.touchstone.ensemble.Blend;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.ensemble.Member;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Predictions;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.KeptEnsemble;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.LearnerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A kept ensemble with the networks of its members.
 *
 * @param networks one a member, in their order
 */
record EnsembleModel(KeptEnsemble kept, List<TrialModel> networks) implements TestedModel {
    /**
     * Finds the networks of an ensemble.
     *
     * @throws UserError when there is no such study or ensemble
     * @throws StoreException when a member's checkpoint is gone or damaged
     */
    static EnsembleModel of(Studies studies, String study, int number) {
        try (StudyStore store =
                SqliteStudyStore.openExisting(studies.folder(study).database(), study)) {
            StudyHead head = store.head().orElseThrow(() -> new UserError("study '" + study + "' was never begun"));
            KeptEnsemble kept = Ensembling.find(store, number);
            ArtefactStore artefacts = studies.artefacts(study);
            StudySpec spec = studies.kept(head);
            PreparedData data = PreparedDataFormat.read(artefacts.map(head.preparedData()));
            List<TrialModel> networks = new ArrayList<>();
            for (Member member : kept.ensemble().members()) {
                networks.add(network(store, artefacts, member, spec, head.preparedData(), data));
            }
            return new EnsembleModel(kept, networks);
        }
    }

    private static TrialModel network(
            StudyStore store,
            ArtefactStore artefacts,
            Member member,
            StudySpec spec,
            String preparedData,
            PreparedData data) {
        TrialRecord trial = store.trial(member.trial())
                .orElseThrow(() -> new StoreException("trial " + member.trial() + " of an ensemble is missing"));
        return new TrialModel(
                spec,
                trial,
                preparedData,
                data,
                Objects.requireNonNull(trial.effective()),
                LearnerState.fromBytes(artefacts.get(member.checkpoint())));
    }

    Ensemble ensemble() {
        return kept.ensemble();
    }

    @Override
    public String preparedData() {
        return networks.get(0).preparedData();
    }

    @Override
    public PreparedData data() {
        return networks.get(0).data();
    }

    /** One network after the other, so that only one is in memory. */
    @Override
    public Predictions predict(Rows rows) {
        Predictions first = networks.get(0).predict(rows);
        Blend blend = new Blend(first).add(first, ensemble().members().get(0).weight());
        for (int i = 1; i < networks.size(); i++) {
            blend.add(networks.get(i).predict(rows), ensemble().members().get(i).weight());
        }
        return blend.mean();
    }

    @Override
    public Map<String, Double> values() {
        return ensemble().values();
    }

    @Override
    public Map<String, Interval> intervals() {
        return ensemble().intervals();
    }

    @Override
    public Seed seed() {
        return new Seed(ensemble().members().get(0).seed());
    }
}
