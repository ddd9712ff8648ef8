package dev.touchstone.data.vault;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a user's own settings and secrets are, by the custom of the operating system. */
final class ConfigurationFolder {
    private static final String NAME = "touchstone";

    /** The property comes first, for a program that calls Touchstone without a process of its own. */
    private static final String PROPERTY = "touchstone.config";

    private ConfigurationFolder() {}

    /** {@code TOUCHSTONE_CONFIG} when it is set, else the platform's. */
    static Path of(Map<String, String> environment) {
        String property = System.getProperty(PROPERTY);
        if (property != null) {
            return Path.of(property);
        }
        return of(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Path of(Map<String, String> environment, String system, Path home) {
        String own = environment.getOrDefault("TOUCHSTONE_CONFIG", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming)).resolve(NAME);
        }
        // The XDG specification has relative paths ignored.
        Path xdg = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        return (xdg.isAbsolute() ? xdg : home.resolve(".config")).resolve(NAME);
    }
}
