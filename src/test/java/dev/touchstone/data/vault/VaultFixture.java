package dev.touchstone.data.vault;

import dev.touchstone.base.Sha256;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataSpec;
import dev.touchstone.data.Normalisation;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Source;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.data.TestSplit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A reports folder and a configuration folder, and the sealed test split of real data. */
record VaultFixture(Path folder) {
    static final TestScore SCORE =
            new TestScore(Map.of("accuracy", 0.97), Map.of("accuracy", List.of(0.95, 0.99)), null);
    static final int TEST_ROWS = 85;

    /** Stands for the train and validation rows of the split of seed 1. */
    static final String PREPARED = Sha256.of(new byte[] {1});

    static final Path CELLS = Path.of("search-spaces", "data", "breast-cancer.csv");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-01T09:30:00Z"), ZoneOffset.UTC);

    Path ledgerFile() {
        return folder.resolve("reports").resolve("test-ledger.jsonl");
    }

    Path sealedFile() {
        return sealedFile("cells");
    }

    Path sealedFile(String study) {
        return folder.resolve("reports").resolve(study).resolve("test.sealed");
    }

    Path configuration() {
        return folder.resolve("configuration");
    }

    /** The one file with the keys and the head of the data set's record. */
    Path keyFile() {
        return configuration().resolve("vault").resolve(split(1).fingerprint() + ".json");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    VaultKeys keys() {
        return VaultKeys.inFolder(configuration());
    }

    /** With what it remembers in the same configuration folder. */
    VaultKeys environmentKey() {
        return VaultKeys.of(Map.of(
                VaultKeys.KEY_VARIABLE,
                EnvironmentKeyTest.KEY,
                "TOUCHSTONE_CONFIG",
                configuration().toString()));
    }

    TestLedger ledger() {
        return new TestLedger(ledgerFile());
    }

    TestVault vault() {
        return vault("cells");
    }

    TestVault vault(String study) {
        return new TestVault(sealedFile(study), ledger(), keys(), CLOCK);
    }

    TestVault vault(VaultKeys keys) {
        return new TestVault(sealedFile(), ledger(), keys, CLOCK);
    }

    TestVault sealed() {
        TestVault vault = vault();
        vault.seal(split(1), PREPARED);
        return vault;
    }

    List<String> lines() throws IOException {
        return Files.exists(ledgerFile()) ? Files.readAllLines(ledgerFile()) : List.of();
    }

    static OpeningRequest trial(int number) {
        return new OpeningRequest("cells", number, "final figure");
    }

    static TestScore score(Rows test, EarlierLooks earlier) {
        return SCORE;
    }

    static TestSplit split(long seed) {
        return split(new Source.Csv(CELLS, "diagnosis"), seed);
    }

    static TestSplit split(Source.Csv source, long seed) {
        SplitSpec split = new SplitSpec(0.7, 0.15, 0.15, true, seed);
        return DataPreparation.prepare(new DataSpec(source, List.of(), split, Normalisation.NONE))
                .test()
                .orElseThrow();
    }
}
