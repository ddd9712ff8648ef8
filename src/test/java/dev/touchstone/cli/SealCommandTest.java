package dev.touchstone.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.RowHunt;
import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.execution.SmallSweep;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team tunes on a folder whose test split only the holder of a private key can open; what else anybody tries fails. */
class SealCommandTest {
    private static KeyPair holder;
    private static KeyPair stranger;

    @TempDir
    Path folder;

    private Path team;

    @BeforeAll
    static void drawKeys() throws Exception {
        holder = pair("RSA", 2048);
        stranger = pair("RSA", 2048);
    }

    @BeforeEach
    void writeKeysAndSpec() throws IOException {
        new SmallSweep(folder, SmallSweep.SPACE, 1, SmallSweep.NO_GATES);
        pem("public.pem", "PUBLIC KEY", holder.getPublic());
        pem("private.pem", "PRIVATE KEY", holder.getPrivate());
        pem("stranger.pem", "PRIVATE KEY", stranger.getPrivate());
        team = folder.resolve("team");
    }

    @Test
    void studyOfTheFolder_isOpenedByTheHolderAlone() throws IOException {
        Called sealed = seal();
        Called swept = tuner("sweep", team.resolve("small.yaml").toString(), "--on", "threads");
        Called withoutKey = tuner("test", "small", "--trial", "1", "--reason", "peek");
        Called bySealer = test("sealer");
        Called byStranger = test("stranger", "--key", file("stranger.pem"));
        Called byHolder = test("holder", "--key", file("private.pem"));

        assertThat(sealed.out()).contains("398 rows of train and 86 of validation", "85 rows of test\n");
        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(withoutKey.code()).isEqualTo(2);
        assertThat(withoutKey.err()).contains("was sealed for the holder of a private key; add --key PRIVATE.pem");
        assertThat(bySealer.code()).isEqualTo(2);
        assertThat(byStranger.err())
                .isEqualTo("touchstone: --key " + file("stranger.pem")
                        + ": the test split was sealed for the holder of another key\n");
        assertThat(byHolder.code()).as(byHolder.err()).isZero();
        assertThat(byHolder.out()).contains("this is number 1 of the data set's test rows");
        String seal = sealed.out().replaceFirst("(?s).*sealed as +(\\w{64}).*", "$1");
        assertThat(byHolder.err()).contains("Sealed as: " + seal + "\n");
        assertThat(test("holder", "--key", file("private.pem")).err()).contains("add --again");
        assertThat(test("holder", "--again", "--key", file("private.pem")).out())
                .contains("this is number 2");
    }

    @Test
    void folder_holdsNoTestRowNoKeyAndNoPath() throws Exception {
        seal();

        RowHunt hunt = RowHunt.forSealed(Studies.prepare(SpecFile.read(folder.resolve("small.yaml"), Overrides.NONE)
                        .spec()))
                .bytes(holder.getPrivate().getEncoded())
                .bytes(System.getenv(VaultKeys.KEY_VARIABLE).getBytes(ISO_8859_1))
                .bytes("breast-cancer.csv".getBytes(ISO_8859_1))
                .bytes(folder.toString().getBytes(ISO_8859_1));
        assertThat(hunt.filesBelow(team)).isEmpty();
        try (Stream<Path> files = Files.list(team)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("small.yaml", "data.shared", "test.sealed");
        }
        assertThat(folder.resolve("sealer")).doesNotExist();
    }

    @Test
    void secondStudyOfTheFolder_goesOnCounting() throws IOException {
        seal();
        Path spec = team.resolve("small.yaml");
        tuner("sweep", spec.toString(), "--on", "threads");
        test("holder", "--key", file("private.pem"));
        tuner("delete", "small", "--yes");
        Called swept = tuner("sweep", spec.toString(), "--on", "threads");

        Called again = test("holder", "--again", "--key", file("private.pem"));

        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(again.out()).as(again.err()).contains("this is number 2 of the data set's test rows");
    }

    @Test
    void swappedWrappedKey_opensNothing() throws Exception {
        seal();
        tuner("sweep", team.resolve("small.yaml").toString(), "--on", "threads");
        Path sealed = folder.resolve("reports/small/test.sealed");
        byte[] before = Files.readAllBytes(sealed);
        byte[] own = new byte[32];
        change(sealed, header -> ((ObjectNode) header.get("envelope")).put("key", wrapped(own)));

        assertThat(test("holder", "--key", file("private.pem")).err())
                .contains("was sealed with another key than the one found");
        Files.write(sealed, before);
        change(sealed, header -> {
            ((ObjectNode) header.get("envelope")).put("key", wrapped(own));
            header.put("keyCheck", "31a2a8a0a5e1d3f0");
        });
        assertThat(test("holder", "--key", file("private.pem")).code()).isEqualTo(2);
        Files.write(sealed, before);
        change(sealed, header -> ((ObjectNode) header.get("envelope")).put("key", "AAAA"));
        assertThat(test("holder", "--key", file("private.pem")).err())
                .contains("does not open the sealed test split, whose key was changed since it was sealed");
        assertThat(folder.resolve("reports/test-ledger.jsonl")).doesNotExist();
    }

    @Test
    void swappedSealedFile_isRefusedAndNoStudyIsMade() throws IOException {
        seal();
        Path other = folder.resolve("small.yaml");
        Files.writeString(other, Files.readString(other).replace("  normalise:", "  split: {seed: 9}\n  normalise:"));
        Path others = folder.resolve("others");
        Called.by(
                folder.resolve("sealer"),
                "seal",
                other.toString(),
                "--to",
                others.toString(),
                "--for",
                file("public.pem"));
        Files.write(team.resolve("test.sealed"), Files.readAllBytes(others.resolve("test.sealed")));

        Called swept = tuner("sweep", team.resolve("small.yaml").toString(), "--on", "threads");

        assertThat(swept.code()).isEqualTo(2);
        assertThat(swept.err()).contains(team.resolve("test.sealed") + ": is the test split of another study");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void withoutARecipient_opensUnderTheSealersKey() {
        Called sealed = Called.by(folder.resolve("sealer"), "seal", file("small.yaml"), "--to", team.toString());
        tuner("sweep", team.resolve("small.yaml").toString(), "--on", "threads");

        Called tested = test("sealer");
        Called withKey = test("sealer", "--again", "--key", file("private.pem"));

        assertThat(sealed.out()).contains("with your key");
        assertThat(tested.code()).as(tested.err()).isZero();
        assertThat(withKey.err()).contains("the test split was not sealed for a private key; leave --key out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            private.pem   | found a private key, expected the public one
            missing.pem   | no such file
            small.yaml    | not a PEM file
            short.pem     | found an RSA key of 1024 bits, expected at least 2048
            elliptic.pem  | not a public RSA key, expected one of at least 2048 bits
            damaged.pem   | not a public RSA key
            pkcs1.pem     | found a RSA PUBLIC KEY, expected a PUBLIC KEY
            """)
    void otherRecipient_isRefusedInOneLineThatQuotesNothing(String pem, String why) throws Exception {
        pem("short.pem", "PUBLIC KEY", pair("RSA", 1024).getPublic());
        pem("elliptic.pem", "PUBLIC KEY", pair("EC", 256).getPublic());
        pem("pkcs1.pem", "RSA PUBLIC KEY", holder.getPublic());
        String whole = Files.readString(folder.resolve("public.pem"));
        Files.writeString(folder.resolve("damaged.pem"), whole.replaceFirst("-----\n[^\n]+\n", "-----\n"));

        Called sealed = seal(pem);

        assertThat(sealed.code()).isEqualTo(2);
        assertThat(sealed.err().lines())
                .singleElement()
                .asString()
                .startsWith("touchstone: --for")
                .contains(why);
        String content = pem.startsWith("missing") ? "" : Files.readString(folder.resolve(pem));
        content.lines()
                .filter(line -> line.length() > 40)
                .forEach(line -> assertThat(sealed.err()).doesNotContain(line));
        assertThat(team).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public.pem    | found a PUBLIC KEY, expected a PRIVATE KEY
            encrypted.pem | openssl pkcs8 -in FILE -out PRIVATE.pem
            pkcs1.pem     | openssl pkcs8 -topk8 -nocrypt -in FILE -out PRIVATE.pem
            elliptic.pem  | not a private RSA key
            """)
    void otherPrivateKey_isRefusedWithTheCommandThatConverts(String pem, String why) throws Exception {
        pem("encrypted.pem", "ENCRYPTED PRIVATE KEY", holder.getPrivate());
        pem("pkcs1.pem", "RSA PRIVATE KEY", holder.getPrivate());
        pem("elliptic.pem", "PRIVATE KEY", pair("EC", 256).getPrivate());
        seal();
        tuner("sweep", team.resolve("small.yaml").toString(), "--on", "threads");

        Called tested = test("holder", "--key", file(pem));

        assertThat(tested.code()).isEqualTo(2);
        assertThat(tested.err().lines())
                .singleElement()
                .asString()
                .startsWith("touchstone: --key")
                .contains(why);
    }

    @Test
    void folderThatHoldsAnything_isRefusedAndStays() throws IOException {
        Files.createDirectories(team);
        Files.writeString(team.resolve("notes.txt"), "mine");

        assertThat(seal().err()).contains("--to " + team + ": the folder is not empty; name a new one");

        Files.delete(team.resolve("notes.txt"));
        assertThat(seal().code()).isZero();
    }

    private Called seal() {
        return seal("public.pem");
    }

    private Called seal(String recipient) {
        return Called.by(
                folder.resolve("sealer"),
                "seal",
                file("small.yaml"),
                "--to",
                team.toString(),
                "--for",
                file(recipient));
    }

    private Called tuner(String... arguments) {
        return called("tuner", arguments);
    }

    private Called test(String who, String... more) {
        return called(
                who,
                Stream.concat(Stream.of("test", "small", "--trial", "1", "--reason", "the end"), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Each has a configuration folder; the reports folder goes from hand to hand. */
    private Called called(String who, String... arguments) {
        return Called.by(
                folder.resolve(who),
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--reports", folder.resolve("reports").toString()))
                        .toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** What an attacker does to the header of a sealed file. */
    private interface Change {
        void to(ObjectNode header) throws Exception;
    }

    private static void change(Path sealed, Change change) throws Exception {
        String text = Files.readString(sealed, ISO_8859_1);
        int end = text.indexOf('\n');
        ObjectNode header = (ObjectNode) Json.tree(text.substring(0, end));
        change.to(header);
        Files.writeString(sealed, header + text.substring(end), ISO_8859_1);
    }

    private static String wrapped(byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        PublicKey to = holder.getPublic();
        cipher.init(
                Cipher.WRAP_MODE,
                to,
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return Base64.getEncoder().encodeToString(cipher.wrap(new SecretKeySpec(key, "AES")));
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private void pem(String name, String label, Key key) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }
}
