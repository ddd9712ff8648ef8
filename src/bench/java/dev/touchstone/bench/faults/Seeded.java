package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A program, or one that a fault was seeded into.
 *
 * @param kind null for none
 * @param strength index
 */
record Seeded(Program program, @Nullable FaultKind kind, int strength) {
    static Seeded healthy(Program program) {
        return new Seeded(program, null, 0);
    }

    /** Empty for none. */
    String fault() {
        return kind == null ? "" : kind.name() + " (" + kind.strengths().get(strength).words() + ")";
    }

    /** The spec and the data, not written yet. */
    Draft draft(int split) {
        Draft draft = Draft.of(program, split);
        if (kind != null) {
            kind.strengths()
                    .get(strength)
                    .change()
                    .in(draft, new Seed(split).derive(program.name() + fault()).random());
        }
        return draft;
    }

    /**
     * Ready to be trained.
     *
     * @throws UserError when Touchstone refuses it
     */
    Made make(int split, Path folder) {
        Draft draft = draft(split);
        Path file = draft.write(folder.resolve(program.name()));
        StudySpec spec = SpecFile.read(file, Overrides.NONE).spec();
        DataPreparation.Prepared prepared = Studies.prepare(spec);
        return new Made(spec, prepared, spec.task(prepared.data()), spec.space().centre(), draft.dataKey());
    }

    /** @param dataKey tells whether the data checks see the same */
    record Made(
            StudySpec spec,
            DataPreparation.Prepared prepared,
            TrialTask task,
            Assignment assignment,
            String dataKey) {}
}
