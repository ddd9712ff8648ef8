package dev.touchstone.training;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;

/**
 * Keeps the descriptions of shapes that ND4J makes natively. ND4J 1.0.0-M2.1 has such a cache, but most arrays are made
 * by a method that goes past it, so that each view and each small result leaves a native buffer, and its references, for
 * the garbage collection. ND4J takes this class when the system property {@code shapeinfoprovider} names it before
 * ND4J's first use.
 */
public final class CachedShapes extends DirectShapeInfoProvider {
    /** Networks have dozens; the bound is ND4J's own. */
    private static final int MOST = 1000;

    private static final long NO_OFFSET = 0;

    private final Map<LongShapeDescriptor, Pair<DataBuffer, long[]>> kept = new ConcurrentHashMap<>();

    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType type, boolean empty) {
        long kind = 2L * type.toInt() + (empty ? 1 : 0);
        var described = new LongShapeDescriptor(shape, stride, NO_OFFSET, elementWiseStride, order, kind);
        Pair<DataBuffer, long[]> known = kept.get(described);
        if (known != null) {
            return known;
        }
        Pair<DataBuffer, long[]> made =
                super.createShapeInformation(shape, stride, elementWiseStride, order, type, empty);
        if (kept.size() < MOST) {
            kept.put(described, made);
        }
        return made;
    }
}
