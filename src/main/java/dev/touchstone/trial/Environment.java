package dev.touchstone.trial;

import dev.touchstone.base.Versions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a trial is computed with; the same seed gives the same bits only where these agree. */
public final class Environment {
    private static final String OPENBLAS = "OPENBLAS_";

    private Environment() {}

    /** Names and versions of what computes here: learner, libraries, JVM, operating system, processor, threads. */
    public static Map<String, String> ofThisProcess() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("learner", "dl4j, one trial");
        environment.putAll(Versions.all());
        environment.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("processor", Processor.inWords());
        environment.put(
                "threads", Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("unset"));
        openBlas(System.getenv()).ifPresent(settings -> environment.put("openblas-settings", settings));
        return environment;
    }

    /** What OpenBLAS is told, such as the kernels it takes, which differ in the last bits; nothing where it is told nothing. */
    static Optional<String> openBlas(Map<String, String> variables) {
        String settings = variables.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(OPENBLAS))
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey().substring(OPENBLAS.length()) + "=" + variable.getValue())
                .collect(Collectors.joining(" "));
        return settings.isEmpty() ? Optional.empty() : Optional.of(settings);
    }
}
