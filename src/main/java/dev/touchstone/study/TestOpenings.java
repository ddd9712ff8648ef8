package dev.touchstone.study;

import dev.touchstone.data.vault.Examinee;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.data.vault.TestScore;
import dev.touchstone.data.vault.TestScorer;
import dev.touchstone.data.vault.TestVault;
import java.util.Objects;

/** Opens sealed test splits to score a trial's best checkpoint or an ensemble; each opening goes on the ledger first. */
public record TestOpenings(Studies studies) {
    /**
     * Scores a trial on the test split, the first of its study.
     *
     * @throws dev.touchstone.base.UserError when there is nothing to score, the sealed file is another study's, or a trial
     *     of the study was scored before
     */
    public TestFigures open(OpeningRequest request) {
        return examine(request, TestVault::open);
    }

    /** Scores a trial of a study of which trials may have been scored before; that, too, goes on the ledger. */
    public TestFigures openAgain(OpeningRequest request) {
        return examine(request, TestVault::openAgain);
    }

    /** One of the two ways into a vault. */
    private interface Door {
        TestScore open(TestVault vault, OpeningRequest request, TestScorer scorer);
    }

    private TestFigures examine(OpeningRequest request, Door door) {
        TestedModel model = tested(request.study(), request.examinee());
        TestVault vault = studies.vault(request.study());
        vault.requireSealedWith(model.preparedData());
        Examination examination = new Examination(model);
        door.open(vault, request, examination);
        return examination.figures();
    }

    private TestedModel tested(String study, Examinee examinee) {
        return examinee.trial() == null
                ? EnsembleModel.of(studies, study, Objects.requireNonNull(examinee.ensemble()))
                : TrialModel.of(studies, study, examinee.trial());
    }
}
