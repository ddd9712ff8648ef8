package dev.touchstone.bench;

import dev.touchstone.base.Content;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.StudySpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;

/**
 * All 60,000 images of Fashion-MNIST: how long they take to be prepared and checked, and how much memory each of two
 * workers has for itself, against workers that train the same network on 600 rows.
 */
final class FullFashion implements InFolder {
    private static final int FEW = 600;
    private static final int WIDTH = 784;
    private static final int BATCH = 64;
    private static final int EPOCHS_OF_ALL = 4;
    private static final int LOOK_MILLIS = 200;
    private static final double MOST_SECONDS = 10;
    private static final double MOST_MEGABYTES = 50;

    private final Path images;
    private final Path labels;

    private FullFashion(Path data) {
        images = data.resolve("train-images-idx3-ubyte.gz");
        labels = data.resolve("train-labels-idx1-ubyte.gz");
    }

    /** @param arguments the folder with the four files of Fashion-MNIST */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            System.out.println("say where the files of Fashion-MNIST are: -Dbench.args=FOLDER");
            System.exit(2);
        }
        InFolder.runAndExit(new FullFashion(Path.of(arguments[0])));
    }

    @Override
    public boolean run(Path folder) throws IOException, InterruptedException {
        String all = source(images, labels);
        double seconds = prepare(folder, all);
        Path fewImages = first(FEW, 16, WIDTH, images, folder.resolve("images"));
        Path fewLabels = first(FEW, 8, 1, labels, folder.resolve("labels"));
        int epochsOfFew = EPOCHS_OF_ALL * 100; // as many iterations, and the same garbage
        double withFew = privateMegabytes(folder.resolve("few"), source(fewImages, fewLabels), epochsOfFew);
        double withAll = privateMegabytes(folder.resolve("all"), all, EPOCHS_OF_ALL);
        double added = withAll - withFew;
        boolean yes = seconds < MOST_SECONDS && added < MOST_MEGABYTES;
        System.out.printf(
                "a worker's own memory: %.0f MB with 60,000 rows, %.0f MB with %d: %.0f MB for the data%n",
                withAll, withFew, FEW, added);
        System.out.printf(
                "wanted: prepared and checked in less than %.0f s, less than %.0f MB: %s%n",
                MOST_SECONDS, MOST_MEGABYTES, yes ? "yes" : "NO");
        return yes;
    }

    private static String source(Path images, Path labels) {
        return "{idx: {images: '%s', labels: '%s'}}".formatted(images.toAbsolutePath(), labels.toAbsolutePath());
    }

    private static double prepare(Path folder, String source) throws IOException {
        StudySpec spec = SpecFile.read(spec(Files.createDirectory(folder.resolve("prepare")), source, 1), Overrides.NONE)
                .spec();
        Instant start = Instant.now();
        Prepared prepared = DataPreparation.prepare(spec.data());
        Instant read = Instant.now();
        spec.checkData(prepared);
        Instant checked = Instant.now();
        ArtefactStore artefacts = new FolderArtefacts(folder.resolve("prepare"));
        artefacts.map(artefacts.put((Content) out -> PreparedDataFormat.write(prepared.data(), out)));
        Instant kept = Instant.now();
        System.out.printf(
                "read, divided and normalised in %.1f s, checked in %.1f s, kept and mapped in %.1f s%n",
                seconds(start, read), seconds(read, checked), seconds(checked, kept));
        return seconds(start, kept);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    /** The most that both of two workers had for themselves at the same time. */
    private static double privateMegabytes(Path folder, String source, int epochs)
            throws IOException, InterruptedException {
        Files.createDirectory(folder);
        BenchStudy study = new BenchStudy(folder, sections(source, epochs), Overrides.NONE);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> study.run(2));
        double most = 0;
        while (!outcome.isDone()) {
            double least = Double.POSITIVE_INFINITY;
            int workers = 0;
            for (ProcessHandle worker : new WorkerProcesses(study.files().folder()).alive()) {
                least = Math.min(least, WorkerProcesses.privateMemory(worker) / (double) (1 << 20));
                workers++;
            }
            // Of one worker alone, what it maps counts as its own.
            most = workers == 2 ? Math.max(most, least) : most;
            Thread.sleep(LOOK_MILLIS);
        }
        outcome.join();
        return most;
    }

    private static Path spec(Path folder, String source, int epochs) throws IOException {
        return Digits.spec(folder, sections(source, epochs));
    }

    private static Map<String, String> sections(String source, int epochs) {
        return Map.of(
                "  source", source,
                "  shape", "[1, 28, 28]",
                "  normalise", "image-scale",
                "  learning-rate", "{choice: [0.01]}",
                "  batch-size", "{choice: [" + BATCH + "]}",
                "  width", "{choice: [64]}",
                "  optimiser", "{choice: [sgd, nesterovs]}",
                "gates", "{initialisation: advise, overfit-tiny-batch: advise, learning-rate-range: advise}",
                "training", "{epochs: %1$d, early-stopping: {patience: %1$d}}".formatted(epochs),
                "search", "{sampler: random, trials: 2, seed: 1}");
    }

    /** The beginning of a file, unzipped, with its number of rows in the header set right. */
    private static Path first(int rows, int header, int width, Path file, Path to) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] bytes = in.readNBytes(header + rows * width);
            ByteBuffer.wrap(bytes).putInt(Integer.BYTES, rows);
            return Files.write(to, bytes);
        }
    }
}
