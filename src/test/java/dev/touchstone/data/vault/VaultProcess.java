package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Opens a sealed test split in a Java process of its own. */
final class VaultProcess {
    static final int HALTED = 42;
    static final int OPENED = 43;
    static final int REFUSED = 44;

    private VaultProcess() {}

    /**
     * @param what {@code die} in the scorer, open {@code once} or be refused, or open so {@code many} trials in each of two
     *     threads
     */
    static Process start(String what, Path folder, int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        VaultProcess.class.getName(),
                        what,
                        folder.toString(),
                        Integer.toString(number))
                .inheritIO()
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        TestVault vault = new VaultFixture(Path.of(arguments[1])).vault();
        int number = Integer.parseInt(arguments[2]);
        switch (arguments[0]) {
            case "die" -> die(vault, number);
            case "once" -> Runtime.getRuntime().halt(once(vault, number));
            default -> many(vault, number);
        }
    }

    private static void die(TestVault vault, int trial) {
        vault.open(VaultFixture.trial(trial), (test, earlier) -> {
            Runtime.getRuntime().halt(HALTED);
            return VaultFixture.SCORE;
        });
    }

    private static int once(TestVault vault, int trial) {
        try {
            vault.open(VaultFixture.trial(trial), VaultFixture::score);
            return OPENED;
        } catch (UserError e) {
            return REFUSED;
        }
    }

    private static void many(TestVault vault, int trials) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<Integer> openings = () -> IntStream.rangeClosed(1, trials)
                .peek(trial -> vault.openAgain(VaultFixture.trial(trial), VaultFixture::score))
                .sum();
        Future<Integer> first = threads.submit(openings);
        Future<Integer> second = threads.submit(openings);
        first.get();
        second.get();
        threads.shutdown();
    }
}
