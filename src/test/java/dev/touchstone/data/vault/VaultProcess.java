package dev.touchstone.data.vault;

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

    private VaultProcess() {}

    /**
     * @param what {@code die} in the scorer, or open so {@code many} trials in each of two threads
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
        if (arguments[0].equals("die")) {
            vault.open(VaultFixture.trial(number), test -> {
                Runtime.getRuntime().halt(HALTED);
                return VaultFixture.SCORE;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<Integer> openings = () -> IntStream.rangeClosed(1, number)
                .peek(trial -> vault.openAgain(VaultFixture.trial(trial), VaultFixture::score))
                .sum();
        Future<Integer> first = threads.submit(openings);
        Future<Integer> second = threads.submit(openings);
        first.get();
        second.get();
        threads.shutdown();
    }
}
