package dev.touchstone.model.layer;

/** Goes through the steps of a sequence with a state. */
public record Recurrent(Kind kind, int units, ActivationFunction activation, Direction direction, Returns returns)
        implements SettledLayer {
    /** What a step does to the state. */
    public enum Kind {
        /** Hochreiter and Schmidhuber (1997), with forget gates (Gers et al. 2000). */
        LSTM,
        /** Elman (1990). */
        SIMPLE
    }

    /** Forward alone, or backward, too, and what becomes of both answers. */
    public enum Direction {
        FORWARD,
        CONCATENATE,
        ADD,
        MULTIPLY,
        AVERAGE
    }

    /** What is handed on. */
    public enum Returns {
        /** What it says at each step. */
        SEQUENCE,
        /** What it says at the last step. */
        LAST
    }

    @Override
    public RowShape output(RowShape input) {
        if (!(input instanceof RowShape.Sequence sequence)) {
            throw Misfit.ofOrder(input, "[features, steps]");
        }
        long outputs = direction == Direction.CONCATENATE ? 2L * units : units;
        return returns == Returns.LAST ? new RowShape.Vector(outputs) : sequence.withFirst(outputs);
    }
}
