package dev.touchstone.bench;

import dev.touchstone.base.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bench that works in a folder of its own. */
interface InFolder {
    /** @return whether the verdict is yes */
    boolean run(Path folder) throws IOException, InterruptedException;

    /** Runs the bench and ends this process with its verdict; the folder of a failed one stays, to look into. */
    static void runAndExit(InFolder bench) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("touchstone-bench");
        boolean yes = bench.run(folder);
        if (yes) {
            WholeFolder.delete(folder);
        } else {
            System.out.println("left to look into: " + folder);
        }
        System.exit(yes ? 0 : 1);
    }
}
