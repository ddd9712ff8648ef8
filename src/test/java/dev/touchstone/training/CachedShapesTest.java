package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.ShapeInfoProvider;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;
import org.nd4j.linalg.factory.Nd4j;

class CachedShapesTest {
    private static final DataType[] TYPES = {DataType.FLOAT, DataType.DOUBLE, DataType.INT64, DataType.INT32};

    private final ShapeInfoProvider cached = new CachedShapes();

    @RepeatedTest(200)
    void anyShape_isDescribedAsNd4jItselfDescribesItAtFirstAndAgain(RepetitionInfo repetition) {
        SplittableRandom random = new Seed(repetition.getCurrentRepetition()).random();
        long[] shape = LongStream.range(0, 1 + random.nextInt(4))
                .map(axis -> 1 + random.nextInt(9))
                .toArray();
        char order = random.nextBoolean() ? 'c' : 'f';
        long[] stride = Nd4j.getStrides(shape, order);
        DataType type = TYPES[random.nextInt(TYPES.length)];
        long[] expected = new DirectShapeInfoProvider()
                .createShapeInformation(shape, stride, 1, order, type, false)
                .getSecond();

        for (int time = 1; time <= 2; time++) {
            Pair<DataBuffer, long[]> described = cached.createShapeInformation(shape, stride, 1, order, type, false);
            assertThat(described.getSecond()).as("seed %s", repetition).isEqualTo(expected);
            assertThat(described.getFirst().asLong()).isEqualTo(expected);
        }
    }

    @Test
    void shapeDescribedBefore_takesNoNativeMemoryAgain() {
        DataBuffer first = described(DataType.FLOAT, false);

        assertThat(described(DataType.FLOAT, false)).isSameAs(first);
        assertThat(described(DataType.DOUBLE, false)).isNotSameAs(first);
        assertThat(described(DataType.FLOAT, true)).isNotSameAs(first);
    }

    @Test
    void tests_trainWithItAsTheWorkersDo() {
        assertThat(Nd4j.getShapeInfoProvider()).isInstanceOf(CachedShapes.class);
    }

    private DataBuffer described(DataType type, boolean empty) {
        return cached.createShapeInformation(new long[] {3, 2}, new long[] {2, 1}, 1, 'c', type, empty)
                .getFirst();
    }
}
