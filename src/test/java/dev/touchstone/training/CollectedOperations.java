package dev.touchstone.training;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Adds rows to matrices in two threads for some seconds, the first argument, while a third collects. */
final class CollectedOperations {
    /** Until Java has compiled ND4J's methods. */
    private static final int WARM_UP = 20_000;

    private CollectedOperations() {}

    public static void main(String[] arguments) throws InterruptedException {
        add(WARM_UP);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.parseInt(arguments[0]));
        Thread other = new Thread(() -> addUntil(end));
        other.start();
        Thread collector = new Thread(CollectedOperations::collect);
        collector.setDaemon(true);
        collector.start();
        addUntil(end);
        other.join();
    }

    private static void addUntil(long end) {
        while (System.nanoTime() < end) {
            add(1000);
        }
    }

    private static void add(int times) {
        INDArray matrix = Nd4j.create(16, 24);
        INDArray row = Nd4j.create(1, 24);
        for (int i = 0; i < times; i++) {
            matrix.addiRowVector(row);
        }
    }

    private static void collect() {
        try {
            while (true) {
                System.gc();
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
