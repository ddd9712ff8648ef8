package dev.touchstone.study;

import dev.touchstone.base.Content;
import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.base.Versions;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.data.Source;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.data.vault.SharedTest;
import dev.touchstone.data.vault.TestLedger;
import dev.touchstone.data.vault.TestVault;
import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.metric.Metric;
import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecException;
import dev.touchstone.spec.YamlReader;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.store.LeftOvers;
import dev.touchstone.store.SqliteIntegrity;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * All studies of a reports folder.
 *
 * @param keys of their sealed test splits
 * @param classPath where classes of the user's are that make their networks
 */
public record Studies(Path reports, VaultKeys keys, Clock clock, ClassPath classPath) {
    /** Studies that need no class of the user's. */
    public Studies(Path reports, VaultKeys keys, Clock clock) {
        this(reports, keys, clock, ClassPath.NONE);
    }

    /** The same with a private key, for what was sealed for its holder. */
    public Studies with(Path privateKey) {
        return new Studies(reports, keys.with(privateKey), clock, classPath);
    }

    /** The same with classes of the user's. */
    public Studies with(ClassPath classes) {
        return new Studies(reports, keys, clock, classes);
    }

    public StudyFolder folder(String study) {
        return new StudyFolder(reports, study);
    }

    /** The vault of a study's test split. */
    public TestVault vault(String study) {
        StudyFolder folder = folder(study);
        return new TestVault(folder.sealedTest(), new TestLedger(folder.ledger()), keys, clock);
    }

    /** The bytes of a study. */
    public ArtefactStore artefacts(String study) {
        return new FolderArtefacts(folder(study).artefacts());
    }

    /**
     * Opens the study of a spec to run it: a new one is made (data prepared, test split sealed), one that is there is
     * continued. Nothing is left behind when the spec or the data are refused.
     *
     * @throws UserError when the data do not fit, another coordinator has the study, or the study that is there was made
     *     from a spec that means something else
     * @throws RefusedData when the data checks of a new study find an error and the spec does not bear it
     */
    public OpenStudy start(ReadSpec read, Overrides overrides) {
        StudyFolder folder = folder(read.spec().study());
        if (isBegun(folder)) {
            return proceed(folder, (head, store) -> read.spec());
        }
        DataPreparation.Prepared prepared = prepare(read.spec());
        if (read.spec().data().source() instanceof Source.Shared shared) {
            requireSealedTest(shared, prepared);
        }
        List<Finding> findings = read.spec().acceptedFindings(prepared);
        StudyLock lock = StudyLock.take(folder);
        return orClose(lock, () -> create(read, overrides, prepared, findings, lock));
    }

    /** Before anything is made of the study. */
    private static void requireSealedTest(Source.Shared shared, DataPreparation.Prepared prepared) {
        try {
            SharedTest.require(shared.sealedTest(), Sha256.of(out -> PreparedDataFormat.write(prepared.data(), out)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database without a study was left by a process that ended while it made the study; the next one makes it. */
    private static boolean isBegun(StudyFolder folder) {
        if (!Files.exists(folder.database())) {
            return false;
        }
        SqliteIntegrity.require(folder.database());
        try (StudyStore store = SqliteStudyStore.open(folder.database(), folder.study())) {
            return store.head().isPresent();
        }
    }

    /**
     * Opens a study that is there, by the spec kept in it, to go on to as many trials as were asked for last.
     *
     * @throws UserError when there is none, or another coordinator has it
     * @throws dev.touchstone.store.StoreException when what is kept of it is damaged
     */
    public OpenStudy resume(String study) {
        StudyFolder folder = folder(study);
        if (!Files.exists(folder.database())) {
            throw new UserError("there is no study '%s': %s is missing".formatted(study, folder.database()));
        }
        return proceed(folder, (head, store) -> {
            StudySpec kept = kept(head);
            return store.trials().map(kept::withTrials).orElse(kept);
        });
    }

    /**
     * The spec that is kept in a study.
     *
     * @throws UserError when it is not what this version of Touchstone reads
     */
    public StudySpec kept(StudyHead head) {
        try {
            StudySpec kept = SpecFile.parse(head.spec(), Path.of(head.study() + ".yaml"), head.overrides(), classPath)
                    .spec();
            kept.model().requireClasses();
            return kept;
        } catch (SpecException e) {
            throw new UserError(
                    "study '" + head.study() + "' keeps a spec that Touchstone " + Versions.touchstone()
                            + " does not read:\n  " + String.join("\n  ", e.problems())
                            + "\nuse the version that made the study, or run a spec that is set right under another name"
                            + " (key study:)",
                    e);
        }
    }

    /** What a study with {@code regularisation: auto} found and searches; nothing of any other study. */
    public Optional<AutoSearch> autoSearch(StudyRecord study) {
        StudyHead head = study.head();
        boolean auto = YamlReader.read(head.spec(), new Problems(Path.of(head.study() + ".yaml")))
                .text("regularisation")
                .filter(AutoRegularisation.WORD::equals)
                .isPresent();
        if (!auto) {
            return Optional.empty(); // whose class path and rows nobody needs to tell of it
        }
        PreparedData data = PreparedDataFormat.read(artefacts(head.study()).map(head.preparedData()));
        return AutoSearch.of(kept(head), data, study.trials());
    }

    /** Prepares a spec's data and checks that model, objective and augmentation fit them. */
    public static DataPreparation.Prepared prepare(StudySpec spec) {
        DataPreparation.Prepared prepared = DataPreparation.prepare(spec.data());
        requireTask(spec, prepared);
        return prepared;
    }

    /** Accepts only data that model and objective fit. */
    static void requireTask(StudySpec spec, DataPreparation.Prepared prepared) {
        Task task = prepared.data().task();
        Targets train = prepared.data().train().targets();
        List<String> problems = Stream.concat(
                        Stream.of(
                                        spec.model().check(task, train, spec.space()),
                                        spec.objective().checkTask(task),
                                        Optional.ofNullable(spec.training().earlyStopping())
                                                .flatMap(stopping -> stopping.checkTask(task)),
                                        spec.model().checkRows(prepared.data()))
                                .flatMap(Optional::stream),
                        spec.augmentation().misfits(prepared.data()))
                .toList();
        if (!problems.isEmpty()) {
            throw new UserError(String.join("\n", problems));
        }
    }

    private OpenStudy create(
            ReadSpec read,
            Overrides overrides,
            DataPreparation.Prepared prepared,
            List<Finding> findings,
            StudyLock lock) {
        StudySpec spec = read.spec();
        ArtefactStore artefacts = artefacts(spec.study());
        String artefact = artefacts.put((Content) out -> PreparedDataFormat.write(prepared.data(), out));
        if (spec.data().source() instanceof Source.Shared shared) {
            vault(spec.study()).adopt(shared.sealedTest(), artefact);
        }
        prepared.test().ifPresent(test -> vault(spec.study()).seal(test, artefact));
        StudyStore store = SqliteStudyStore.open(folder(spec.study()).database(), spec.study());
        if (store.head().isEmpty()) {
            Metric metric = spec.objective().metric(prepared.data().task());
            store.create(new StudyHead(
                    spec.study(),
                    read.text(),
                    overrides,
                    spec.meaning().fingerprint(),
                    metric.specName(),
                    metric.direction().specName(),
                    DataInWords.summary(spec, prepared.data()),
                    artefact,
                    findings));
        }
        // From where the workers have them, too; this process keeps no other copy.
        PreparedData data = PreparedDataFormat.read(artefacts.map(artefact));
        return new OpenStudy(folder(spec.study()), spec, data, store, artefacts, lock);
    }

    /** @param wanted the spec that the study of this head is to be continued by */
    private OpenStudy proceed(StudyFolder folder, BiFunction<StudyHead, StudyStore, StudySpec> wanted) {
        StudyLock lock = StudyLock.take(folder);
        return orClose(lock, () -> {
            LeftOvers.sweep(folder, clock.instant());
            SqliteIntegrity.require(folder.database());
            StudyStore store = SqliteStudyStore.openExisting(folder.database(), folder.study());
            return orClose(store, () -> {
                StudyHead head = store.head()
                        .orElseThrow(() -> new UserError("study '" + folder.study()
                                + "' was never begun; delete it: touchstone delete " + folder.study()));
                StudySpec kept = kept(head);
                StudySpec spec = wanted.apply(head, store);
                ChangedSpec.refuse(spec, kept);
                ArtefactStore artefacts = artefacts(spec.study());
                PreparedData data = PreparedDataFormat.read(artefacts.map(head.preparedData()));
                // The order of the kept space's parameters is the order of the points' dimensions.
                StudySpec lengthened = kept.withTrials(spec.search().trials()).with(spec.diagnosis());
                store.setTrials(spec.search().trials());
                return new OpenStudy(folder, lengthened, data, store, artefacts, lock);
            });
        });
    }

    private interface Opening {
        OpenStudy open();
    }

    /** Opens, and lets go of what was taken before when that fails. */
    private static OpenStudy orClose(AutoCloseable taken, Opening opening) {
        try {
            return opening.open();
        } catch (RuntimeException | Error e) {
            try {
                taken.close();
            } catch (Exception alsoThat) {
                e.addSuppressed(alsoThat);
            }
            throw e;
        }
    }
}
