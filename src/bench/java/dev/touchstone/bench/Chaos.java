package dev.touchstone.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A real study, run by the real command, under random disturbances from outside: nothing that has ended may be lost or
 * changed, no trial may be there twice, no worker may outlive its coordinator, and the end must be that of a study
 * that nothing disturbed.
 */
public final class Chaos implements InFolder {
    private static final String POINTS = "100";
    private static final String SEED = "1";

    /** One in so many strikes while the command still starts; the others when training has gone on. */
    private static final int EARLY_ONE_IN = 4;

    /** Of all trials together, of which each has 40. */
    private static final int MOST_EPOCHS_BETWEEN = 30;

    private static final int MOST_MILLIS_MORE = 1000;

    private static final List<Disturbance> KINDS = List.of(Disturbance.values());

    private final int points;
    private final long seed;
    private final PrintStream out;

    /**
     * @param points how often to disturb
     * @param seed of kinds and moments
     * @param out gets a line a disturbance and the verdict
     */
    public Chaos(int points, long seed, PrintStream out) {
        this.points = points;
        this.seed = seed;
        this.out = out;
    }

    /** Arguments: how many points, seed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String points = arguments.length > 0 ? arguments[0] : POINTS;
        String seed = arguments.length > 1 ? arguments[1] : SEED;
        InFolder.runAndExit(new Chaos(Integer.parseInt(points), Long.parseLong(seed), System.out));
    }

    @Override
    public boolean run(Path folder) throws IOException, InterruptedException {
        out.printf("%d points, seed %d%n", points, seed);
        ChaosStudy study = new ChaosStudy(folder.resolve("disturbed"));
        Witness witness = new Witness(study.files());
        int trials = disturb(new DisturbedSweep(study, witness), witness);
        witness.lookAtEnd(trials);
        ChaosStudy undisturbed = new ChaosStudy(folder.resolve("undisturbed"));
        if (undisturbed.sweep(trials).awaitEnd() != 0) {
            witness.note("the undisturbed study failed");
        }
        witness.compare(new Witness(undisturbed.files()));
        witness.violations().forEach(out::println);
        out.printf("%d trials, %s%n", trials, witness.violations().isEmpty() ? "unharmed" : "HARMED");
        return witness.violations().isEmpty();
    }

    private int disturb(DisturbedSweep sweep, Witness witness) throws IOException, InterruptedException {
        Random random = new Random(seed);
        long began = System.nanoTime();
        for (int point = 1; point <= points && witness.violations().isEmpty(); point++) {
            sweep.runOn(random.nextInt(EARLY_ONE_IN) == 0 ? 0 : random.nextInt(MOST_EPOCHS_BETWEEN));
            Thread.sleep(random.nextInt(MOST_MILLIS_MORE));
            double seconds = (System.nanoTime() - began) / 1e9;
            int ended = witness.lookAtEnded();
            Disturbance disturbance = KINDS.get(random.nextInt(KINDS.size()));
            out.printf("%3d  %6.1f s  %3d trials ended  %s%n", point, seconds, ended, disturbance);
            sweep.disturb(disturbance, random.nextDouble());
        }
        return sweep.finish();
    }
}
