package dev.touchstone.model.keras;

import java.util.List;

/** What reads files of Keras and is not among Touchstone's own libraries, since few need it. */
final class KerasLibraries {
    /** A class of each. */
    private static final List<String> CLASSES =
            List.of("org.deeplearning4j.nn.modelimport.keras.KerasModelImport", "io.jhdf.HdfFile");

    private static final String COMMAND = "mvn dependency:copy-dependencies@keras";

    private KerasLibraries() {}

    /** @throws KerasProblem when one is missing */
    static void require() {
        for (String name : CLASSES) {
            try {
                Class.forName(name, false, KerasLibraries.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new KerasProblem(
                        "cannot be read: networks of Keras take deeplearning4j-modelimport and jhdf, which are not here;"
                                + " get them by '" + COMMAND + "' in Touchstone's folder",
                        e);
            }
        }
    }
}
