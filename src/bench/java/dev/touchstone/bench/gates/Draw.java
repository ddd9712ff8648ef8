package dev.touchstone.bench.gates;

import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which trials are drawn from a study's space.
 *
 * @param trials at most; the spec's number when it has fewer
 * @param seed of the search instead of the spec's
 */
public record Draw(int trials, @Nullable Long seed) {
    /** What the specs say. */
    public static final Draw OF_SPECS = new Draw(Integer.MAX_VALUE, null);

    /** @param most trials */
    Draw first(int most) {
        return new Draw(Math.min(trials, most), seed);
    }

    Overrides on(Path spec) {
        int own = SpecFile.read(spec, Overrides.NONE).spec().search().trials();
        return new Overrides(Map.of(), Math.min(own, trials), seed);
    }
}
