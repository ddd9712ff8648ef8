package dev.touchstone.trial;

import dev.touchstone.base.Versions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a trial is computed with; the same seed gives the same bits only where these agree. */
public final class Environment {
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
        return environment;
    }
}
