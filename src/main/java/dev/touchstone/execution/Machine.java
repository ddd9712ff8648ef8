package dev.touchstone.execution;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What this machine, or the container that the process may not leave, has for workers. */
public final class Machine {
    /** Linux tells here of each logical processor which others are on the same core. */
    private static final Path LINUX = Path.of("/sys/devices/system/cpu");

    private static final String SIBLINGS = "topology/thread_siblings_list";

    private Machine() {}

    /**
     * Cores that compute side by side; two threads on one core would share what a matrix product needs. Logical
     * processors where the system does not tell them apart.
     */
    public static int cores() {
        int logical = Runtime.getRuntime().availableProcessors();
        int physical = physical(LINUX);
        return physical == 0 ? logical : Math.min(logical, physical);
    }

    /** Groups of logical processors that share a core; 0 when nothing is told. */
    static int physical(Path cpus) {
        Set<String> groups = new HashSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
            for (Path cpu : found) {
                Path siblings = cpu.resolve(SIBLINGS);
                if (Files.exists(siblings)) { // not there for a processor that is switched off
                    groups.add(Files.readString(siblings).strip());
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return groups.size();
    }

    /** Bytes of memory. */
    public static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
