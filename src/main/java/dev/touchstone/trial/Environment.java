package dev.touchstone.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a trial is computed with; the same seed gives the same bits only where these agree. */
final class Environment {
    private static final String DL4J = "1.0.0-M2.1";

    private Environment() {}

    static Map<String, String> ofThisProcess() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("learner", "dl4j " + DL4J + ", one trial");
        environment.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put(
                "processor",
                System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        environment.put(
                "threads", Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("unset"));
        return environment;
    }
}
