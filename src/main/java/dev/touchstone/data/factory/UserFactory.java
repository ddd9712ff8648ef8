package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A user's class that makes an iterator: public, with a public constructor without parameters, a {@link Supplier} of a
 * {@code DataSetIterator} of ND4J. It is loaded only from a class path that the command line names, never from Touchstone's
 * own, because a spec is data and may not choose what code runs.
 *
 * @param className in full, such as {@code org.example.MyData}
 */
public record UserFactory(String className, ClassPath classPath) {
    /**
     * Makes the iterator and reads it to its end.
     *
     * @param batches gets them one after the other
     * @return names of the labels in their order; none when the iterator knows none
     * @throws UserError when the class is missing or not such a factory, what it makes is no iterator, a batch is not
     *     what it should be, or its code throws
     */
    public List<String> read(Consumer<Batch> batches) {
        if (classPath.entries().isEmpty()) {
            throw new UserError("data: source: class: nothing says where " + className
                    + " is from; expected --classpath JAR_OR_FOLDER");
        }
        try (URLClassLoader loader = classPath.open()) {
            UserCode code = new UserCode(className);
            Supplier<?> factory = new FactoryClass(className, loader, code).instance(classPath);
            return new Iteration(code.run("get()", factory::get), code).read(batches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
