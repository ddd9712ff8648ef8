package dev.touchstone.diagnosis.data;

import java.util.stream.DoubleStream;

/**
 * What the mean of the nearest other rows errs by, for tasks that predict a number.
 *
 * @param squared of each row that was looked at, in squares of the label's unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NeighbourErrors(double[] squared) {
    static NeighbourErrors of(CheckedData data) {
        Neighbourhood neighbourhood = data.neighbourhood();
        NeighbourLoss loss = NeighbourLoss.among(data.rows().targets().select(neighbourhood.members()));
        double[] squared = new double[neighbourhood.size()];
        for (int member = 0; member < squared.length; member++) {
            squared[member] = loss.of(member, neighbourhood.nearest()[member]);
        }
        return new NeighbourErrors(squared);
    }

    double meanSquare() {
        return DoubleStream.of(squared).average().orElse(0);
    }

    /** The square root of the mean square, in the label's unit. */
    double rootMeanSquare() {
        return Math.sqrt(meanSquare());
    }
}
