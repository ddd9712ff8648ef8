package dev.touchstone.data;

import java.util.ArrayList;
import java.util.List;

/** Names for the values of a grid: {@code p3-17} is the value of p in row 3, column 17. */
final class GridNames {
    private GridNames() {}

    /** In the order of the values, the last dimension fastest. */
    static List<String> of(String stem, List<Integer> shape) {
        List<String> names = List.of(stem);
        for (int axis = 0; axis < shape.size(); axis++) {
            List<String> longer = new ArrayList<>();
            for (String name : names) {
                for (int i = 0; i < shape.get(axis); i++) {
                    longer.add(name + (axis == 0 ? "" : "-") + i);
                }
            }
            names = longer;
        }
        return List.copyOf(names);
    }
}
