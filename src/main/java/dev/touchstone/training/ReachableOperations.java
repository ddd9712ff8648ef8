package dev.touchstone.training;

import java.lang.ref.Reference;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.IndexAccumulation;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.summarystats.Variance;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;

/**
 * Keeps each operation reachable until its native call has ended. ND4J 1.0.0-M2.1 passes native code the addresses of
 * arrays that only the operation holds, such as its dimensions; once its methods are compiled, nothing holds the operation
 * any more, so that a garbage collection at that very moment frees them under the call, which ends the process by a signal.
 * Adding a row to a matrix over and over beside a thread that collects crashes within seconds otherwise. ND4J takes this
 * class when the system property {@code opexec} names it before ND4J's first use.
 */
public final class ReachableOperations extends NativeOpExecutioner {
    @Override
    public INDArray exec(Op op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(IndexAccumulation op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(Variance op) {
        return holding(op, () -> super.exec(op));
    }

    @Override
    public INDArray exec(ReduceOp op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(ScalarOp op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(BroadcastOp op, OpContext context) {
        return holding(op, () -> super.exec(op, context));
    }

    @Override
    public INDArray exec(RandomOp op, OpContext context, Random random) {
        return holding(op, () -> super.exec(op, context, random));
    }

    @Override
    public INDArray[] exec(CustomOp op, OpContext context) {
        return holding(context, () -> holding(op, () -> super.exec(op, context)));
    }

    private static <T> T holding(Object held, Supplier<T> call) {
        try {
            return call.get();
        } finally {
            Reference.reachabilityFence(held);
        }
    }
}
