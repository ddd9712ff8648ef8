package dev.touchstone.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.data.MissingCells;
import dev.touchstone.data.Source;
import dev.touchstone.data.TableSpec;
import dev.touchstone.data.TestSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.NullCipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test split is opened, and then the test split of a changed copy of its data. */
class SeenRowsTest {
    @TempDir
    private Path folder;

    private VaultFixture fixture;

    @BeforeEach
    void openOnce() {
        fixture = new VaultFixture(folder);
        fixture.sealed().open(VaultFixture.trial(1), VaultFixture::score);
    }

    @Test
    void rowDropped_countsTheOpeningAndSaysOfHowManyRows() throws IOException {
        EarlierLooks earlier = openAsNew(copy(lines -> lines.subList(0, lines.size() - 1)), 1);

        assertThat(earlier.openings()).isEmpty();
        assertThat(earlier.related()).singleElement().satisfies(opening -> {
            assertThat(opening.study()).isEqualTo("cells");
            assertThat(opening.trial()).isEqualTo(1);
            assertThat(opening.rows()).isBetween(1, VaultFixture.TEST_ROWS);
        });
        assertThat(earlier.andOneMore().count()).isEqualTo(2);
    }

    @Test
    void rowAddedColumnsRenamedAndOtherSeed_goesOnCounting() throws IOException {
        Path changed = copy(lines -> {
            List<String> more = new ArrayList<>(lines);
            more.set(0, lines.get(0).replace("mean", "average"));
            more.add(lines.get(1).replaceFirst("^[^,]+", "99.5"));
            return more;
        });

        assertThat(openAsNew(changed, 2).andOneMore().count()).isEqualTo(2);
        assertThat(openAsNew(changed, 3).andOneMore().count()).isEqualTo(3);
    }

    @Test
    void ledger_hasTheRelatedOpeningsAndTheyCountWhereverItIsRead() throws IOException {
        Path changed = copy(lines -> lines.subList(0, lines.size() - 1));
        openAsNew(changed, 1);
        Files.move(fixture.configuration().resolve("vault").resolve("seen"), folder.resolve("of another machine"));
        String keys = Files.readString(keyFile(changed));
        Files.writeString(keyFile(changed), keys.replaceFirst("\"salt\":\"\\w+\"", "\"salt\":null"));
        Files.delete(fixture.keyFile());

        EarlierLooks earlier = openAsNew(changed, 1);

        assertThat(earlier.openings()).hasSize(1);
        assertThat(earlier.related()).extracting(RelatedOpening::trial).containsExactly(1);
        assertThat(earlier.andOneMore().count()).isEqualTo(3);
    }

    @Test
    void sameStudy_isAskedForAgain() throws IOException {
        TestVault vault = sealed("cells", csv(copy(lines -> lines.subList(0, lines.size() - 1))), 1);
        List<String> before = fixture.lines();

        assertThatThrownBy(() -> vault.open(VaultFixture.trial(2), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("trial 1 of cells already saw the test split")
                .hasMessageContaining("of its rows, in a changed copy of the data); add --again");
        assertThat(fixture.lines()).isEqualTo(before);
        vault.openAgain(VaultFixture.trial(2), VaultFixture::score);
    }

    @Test
    void otherData_areNotRelated() throws IOException {
        Path other = copy(lines -> lines.stream()
                .map(line -> line.replaceFirst("^(\\d+)\\.", "1$1."))
                .toList());

        assertThat(openAsNew(other, 1).andOneMore().count()).isEqualTo(1);
    }

    @Test
    void rowWhoseFillAndPlaceAmongTheValuesChanged_isKnown() throws IOException {
        Source.Csv table = table(List.of("1,red,a", ",blue,b", "3,,a", "5,red,b"));
        Source.Csv changed = table(List.of("1,red,a", ",blue,b", "3,,a", "5,red,b", "700,amber,a"));
        assertThat(digests(changed)).containsAll(digests(table));
    }

    private List<String> digests(Source.Csv source) throws IOException {
        List<String> digests = new ArrayList<>();
        for (long seed = 1; seed <= 9; seed++) {
            try {
                byte[] all = VaultFixture.split(source, seed).encryptedDigestsBy(new NullCipher());
                for (int at = 0; at < all.length; at += 16) {
                    digests.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(all, at, at + 16)));
                }
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }
        return digests;
    }

    @Test
    void removedSalt_isTold() throws IOException {
        Files.delete(seen().resolve("salt"));
        refused();
    }

    @Test
    void otherSalt_isTold() throws IOException {
        Files.writeString(seen().resolve("salt"), Base64.getEncoder().encodeToString(new byte[32]));
        refused();
    }

    @Test
    void removedRows_areTold() throws IOException {
        Files.delete(seen().resolve(VaultFixture.split(1).fingerprint() + ".json"));
        refused();
    }

    @Test
    void removedFolder_isTold() throws IOException {
        try (Stream<Path> files = Files.list(seen())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(seen());
        refused();
    }

    @Test
    void whatIsKept_isSmallAndTheOwnersOnlyAndSaysNothingToOthers() throws Exception {
        Path file = seen().resolve(VaultFixture.split(1).fingerprint() + ".json");
        String kept = Files.readString(file);
        byte[] digests = VaultFixture.split(1).encryptedDigestsBy(new NullCipher());

        // Eight bytes a row in base64, and a few words.
        assertThat(kept).hasSizeLessThan(VaultFixture.TEST_ROWS * 11 + 400);
        assertThat(kept)
                .doesNotContain(Base64.getEncoder().encodeToString(digests).substring(0, 8));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        VaultFixture elsewhere = new VaultFixture(folder.resolve("elsewhere"));
        elsewhere.sealed().open(VaultFixture.trial(1), VaultFixture::score);
        String rows = kept.substring(kept.indexOf("\"rows\""));
        assertThat(Files.readString(
                        elsewhere.configuration().resolve("vault/seen").resolve(file.getFileName())))
                .doesNotContain(rows);
    }

    private void refused() throws IOException {
        List<String> before = fixture.lines();
        Path changed = copy(lines -> lines.subList(0, lines.size() - 1));

        assertThatThrownBy(() -> openAsNew(changed, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("test rows that were opened before cannot be recognised any more")
                .hasMessageNotContaining(folder.toString());
        assertThat(fixture.lines()).isEqualTo(before);
    }

    /** What the scorer is told of the openings before. */
    private EarlierLooks openAsNew(Path csv, long seed) {
        AtomicReference<EarlierLooks> told = new AtomicReference<>();
        sealed("copied", csv(csv), seed).openAgain(new OpeningRequest("copied", 7, "as new"), (test, earlier) -> {
            told.set(earlier);
            return VaultFixture.SCORE;
        });
        return told.get();
    }

    private TestVault sealed(String study, Source.Csv source, long seed) {
        TestVault vault = fixture.vault(study);
        vault.seal(VaultFixture.split(source, seed), Sha256.of(new byte[] {(byte) seed}));
        return vault;
    }

    private Path seen() {
        return fixture.configuration().resolve("vault").resolve("seen");
    }

    private Path keyFile(Path csv) {
        TestSplit split = VaultFixture.split(csv(csv), 1);
        return fixture.configuration().resolve("vault").resolve(split.fingerprint() + ".json");
    }

    private static Source.Csv csv(Path file) {
        return new Source.Csv(file, "diagnosis");
    }

    private Path copy(UnaryOperator<List<String>> change) throws IOException {
        return Files.write(folder.resolve("copy.csv"), change.apply(Files.readAllLines(VaultFixture.CELLS)));
    }

    private Source.Csv table(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("weight,colour,kind"));
        for (int copy = 0; copy < 10; copy++) {
            lines.addAll(rows);
        }
        Path file = Files.write(folder.resolve("table-" + rows.size() + ".csv"), lines);
        return new Source.Csv(file, "kind", new TableSpec(List.of(), MissingCells.IMPUTE));
    }
}
