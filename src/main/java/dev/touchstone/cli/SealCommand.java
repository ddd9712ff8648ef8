package dev.touchstone.cli;

import dev.touchstone.cli.text.FindingText;
import dev.touchstone.data.vault.RecipientKey;
import dev.touchstone.data.vault.SealingKeys;
import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.ReadSpec;
import dev.touchstone.study.RefusedData;
import dev.touchstone.study.SharedFolder;
import dev.touchstone.study.SpecFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Parts a study's data into what a team may tune on and a test split that it may not see. */
@Command(
        name = "seal",
        description = "Writes a folder that anyone may tune on, with a test split that only the key's holder can open.")
final class SealCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SPEC", description = "Spec file of a study.")
    private Path file = Path.of("");

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where to; made when missing.")
    private Path folder = Path.of("");

    @Option(
            names = "--for",
            paramLabel = "PUBLIC.pem",
            description = "Only who has the private key to this RSA key can open the test split; else only you can.")
    private @Nullable Path recipient;

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        SealingKeys keys = recipient == null ? VaultKeys.of(System.getenv()) : RecipientKey.read(recipient);
        ReadSpec read = SpecFile.read(file, Overrides.NONE, classPath.entries());
        read.warnings().forEach(err::println);
        try {
            SharedFolder.Sealed sealed = new SharedFolder(folder).write(read, keys);
            FindingText.summary(sealed.findings()).forEach(err::println);
            tell(sealed).forEach(out::println);
            return ExitCode.DONE;
        } catch (RefusedData refused) {
            FindingText.lines(refused.findings()).forEach(err::println);
            err.println();
            err.println(
                    "Nothing was sealed: the data checks found an error. Mend the data, or set data: {checks: advise}"
                            + " in the spec to bear it");
            return ExitCode.NO;
        }
    }

    private List<String> tell(SharedFolder.Sealed sealed) {
        String opens = recipient == null
                ? "with your key: on this machine, or where " + VaultKeys.KEY_VARIABLE + " is the same"
                : "by who has the private key to " + recipient + ", and by nobody else";
        return List.of(
                "to tune on   " + sealed.trainRows() + " rows of train and " + sealed.validationRows()
                        + " of validation: touchstone sweep " + sealed.spec(),
                "sealed       " + sealed.testRows() + " rows of test",
                "sealed as    " + sealed.seal(),
                "to be opened " + opens);
    }
}
