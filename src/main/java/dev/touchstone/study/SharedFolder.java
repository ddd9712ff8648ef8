package dev.touchstone.study;

import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.base.WholeFile;
import dev.touchstone.base.WholeFolder;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.data.SharedDataFormat;
import dev.touchstone.data.Source;
import dev.touchstone.data.TestSplit;
import dev.touchstone.data.vault.SealingKeys;
import dev.touchstone.data.vault.SharedTest;
import dev.touchstone.diagnosis.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a team gets of a study's data: a spec, train and validation that anyone may tune on, and the sealed test split. It
 * is written aside and moved, so that it is there as a whole or not at all.
 */
public record SharedFolder(Path folder) {
    private static final String DATA_FILE = "data.shared";

    /**
     * What was sealed.
     *
     * @param spec the file to sweep
     * @param seal SHA-256 of what was sealed, by which every copy of it is told from what others seal
     * @param findings of the data checks
     */
    public record Sealed(
            Path spec, int trainRows, int validationRows, int testRows, String seal, List<Finding> findings) {}

    /**
     * Divides a spec's data and writes the folder.
     *
     * @throws UserError when the folder holds anything, or the spec has no test split of its own to seal
     * @throws RefusedData when the data checks find an error and the spec does not bear it
     */
    public Sealed write(ReadSpec read, SealingKeys keys) {
        requireEmpty();
        if (read.spec().data().source() instanceof Source.Shared shared) {
            throw new UserError(shared.file() + ": is shared already; copy its folder");
        }
        Path whole = folder.toAbsolutePath().normalize();
        Path aside = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                Files.createDirectories(aside);
                Sealed sealed = write(read, keys, aside);
                Files.deleteIfExists(whole);
                Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
                return sealed;
            } finally {
                if (Files.exists(aside)) {
                    WholeFolder.delete(aside);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the folder: " + e.getMessage(), e);
        }
    }

    private void requireEmpty() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new UserError("--to " + folder + ": the folder is not empty; name a new one");
            }
        } catch (IOException e) {
            throw new UserError("--to " + folder + ": found a file, expected a folder", e);
        }
    }

    private Sealed write(ReadSpec read, SealingKeys keys, Path aside) throws IOException {
        StudySpec spec = read.spec();
        Prepared prepared = DataPreparation.divide(spec.data());
        TestSplit test = prepared.test()
                .orElseThrow(() -> new UserError(spec.study() + ": its split has no row of test, so there is nothing to"
                        + " seal; give the test split a share"));
        WholeFile.write(aside.resolve(DATA_FILE), out -> SharedDataFormat.write(prepared, out));
        prepared.rescale();
        Studies.requireTask(spec, prepared);
        List<Finding> findings = spec.acceptedFindings(prepared);
        String digest = Sha256.of(out -> PreparedDataFormat.write(prepared.data(), out));
        String specFile = spec.study() + ".yaml";
        WholeFile.write(aside.resolve(specFile), new SharedSpec(read).text(DATA_FILE));
        Path sealedTest = new Source.Shared(aside.resolve(DATA_FILE)).sealedTest();
        String seal = SharedTest.seal(test, digest, keys, sealedTest);
        return new Sealed(
                folder.resolve(specFile),
                prepared.data().train().count(),
                prepared.data().validation().count(),
                test.count(),
                seal,
                findings);
    }
}
