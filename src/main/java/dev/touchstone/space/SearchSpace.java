package dev.touchstone.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/**
 * All hyperparameters of a study as one Arbiter parameter space whose value is an {@link Assignment}. A point is
 * Arbiter's {@code double[]} in the unit cube, one dimension for each parameter that is not fixed; a dimension of an
 * inactive parameter is kept in the point and ignored by the assignment, so points keep their length.
 */
public final class SearchSpace implements ParameterSpace<Assignment> {
    private final List<Parameter> parameters;
    private final int dimensions;

    /**
     * @param parameters each condition names a parameter listed before its own
     * @throws IllegalArgumentException when a name comes twice or a condition names no earlier parameter
     */
    public SearchSpace(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        List<String> names = new ArrayList<>();
        int next = 0;
        for (Parameter parameter : parameters) {
            if (names.contains(parameter.name())) {
                throw new IllegalArgumentException("parameter '" + parameter.name() + "' is there twice");
            }
            if (parameter.when() != null && !names.contains(parameter.when().parameter())) {
                throw new IllegalArgumentException("parameter '" + parameter.name() + "' depends on '"
                        + parameter.when().parameter() + "', which is not listed before it");
            }
            names.add(parameter.name());
            if (parameter.values().numParameters() == 1) {
                parameter.values().setIndices(0); // of the part of the point that it is given, see getValue
                next++;
            }
        }
        dimensions = next;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Assignment getValue(double[] point) {
        if (point.length != dimensions) {
            throw new IllegalArgumentException(
                    "a point of this space has " + dimensions + " numbers, found " + point.length);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        int next = 0;
        for (Parameter parameter : parameters) {
            // Leaves remember only one index, and a space that was made from this one by fix shares them.
            int from = next;
            next += parameter.values().numParameters();
            if (parameter.when() == null || holds(parameter.when(), values)) {
                values.put(parameter.name(), parameter.values().getValue(Arrays.copyOfRange(point, from, next)));
            }
        }
        return new Assignment(values);
    }

    private static boolean holds(Condition condition, Map<String, Object> values) {
        Object value = values.get(condition.parameter());
        return value != null && condition.values().contains(value);
    }

    /** Which number of a point decides a parameter; nothing when it is fixed or not of this space. */
    public OptionalInt dimension(String name) {
        int next = 0;
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.values().numParameters() == 1 ? OptionalInt.of(next) : OptionalInt.empty();
            }
            next += parameter.values().numParameters();
        }
        return OptionalInt.empty();
    }

    public boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /** The assignment in the middle of every range (of a choice, its middle value). */
    public Assignment centre() {
        double[] point = new double[dimensions];
        Arrays.fill(point, 0.5);
        return getValue(point);
    }

    /** The values that a parameter may take, when it is a choice or fixed; none of a range or an unknown name. */
    public List<Object> choices(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .flatMap(parameter -> ParameterSpaces.choices(parameter.values()))
                .toList();
    }

    /** This space with one parameter fixed at a value; a parameter that is not in the space is added. */
    public SearchSpace fix(String name, Object value) {
        Parameter fixed = new Parameter(name, ParameterSpaces.fixed(value), null);
        List<Parameter> changed = new ArrayList<>(parameters);
        changed.replaceAll(parameter ->
                parameter.name().equals(name) ? new Parameter(name, fixed.values(), parameter.when()) : parameter);
        if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
            changed.add(fixed);
        }
        return new SearchSpace(changed);
    }

    /** This space with another parameter in the place of the one of its name, or at the end. */
    public SearchSpace with(Parameter other) {
        List<Parameter> changed = new ArrayList<>(parameters);
        changed.replaceAll(parameter -> parameter.name().equals(other.name()) ? other : parameter);
        if (!changed.contains(other)) {
            changed.add(other);
        }
        return new SearchSpace(changed);
    }

    @Override
    public int numParameters() {
        return dimensions;
    }

    @Override
    @SuppressWarnings("rawtypes") // Arbiter's signature
    public List<ParameterSpace> collectLeaves() {
        List<ParameterSpace> leaves = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.values().numParameters() == 1) {
                leaves.add(parameter.values());
            }
        }
        return leaves;
    }

    @Override
    @SuppressWarnings("rawtypes") // Arbiter's signature
    public Map<String, ParameterSpace> getNestedSpaces() {
        Map<String, ParameterSpace> nested = new LinkedHashMap<>();
        parameters.forEach(parameter -> nested.put(parameter.name(), parameter.values()));
        return nested;
    }

    @Override
    public boolean isLeaf() {
        return false;
    }

    @Override
    public void setIndices(int... indices) {
        throw new UnsupportedOperationException("only leaves take indices; this space gave its leaves theirs");
    }
}
