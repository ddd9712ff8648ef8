package dev.touchstone.training;

import dev.touchstone.model.Setting;
import dev.touchstone.space.Assignment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code schedule} of the training section.
 *
 * @param settings those that are given, by key
 */
public record ScheduleSpec(ScheduleKind kind, Map<String, Setting> settings) {
    public static final ScheduleSpec CONSTANT = new ScheduleSpec(ScheduleKind.CONSTANT, Map.of());
    public static final ScheduleSpec COSINE = new ScheduleSpec(ScheduleKind.COSINE, Map.of());

    /** Without settings that do nothing. */
    public Schedule in(Assignment assignment, int batchesAnEpoch) {
        Map<String, Number> values = new LinkedHashMap<>();
        settings.forEach((key, setting) -> values.put(key, (Number) setting.in(assignment)));
        Schedule schedule = kind.make(values, batchesAnEpoch);
        double warmUp = values.getOrDefault(ScheduleKind.WARM_UP, 0).doubleValue();
        return warmUp > 0 ? new Schedule.WarmUp(warmUp, schedule) : schedule;
    }
}
