package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A user's class that makes an iterator, a {@link Supplier} of a {@code DataSetIterator} of ND4J.
 *
 * @param className in full, such as {@code org.example.MyData}
 */
public record UserFactory(String className, ClassPath classPath) {
    private static final String KEY = "data: source: class";
    private static final UserType<?> TYPE =
            new UserType<>(KEY, Supplier.class, "java.util.function.Supplier<DataSetIterator>");

    /**
     * Makes the iterator and reads it to its end.
     *
     * @param batches gets them one after the other
     * @return names of the labels in their order; none when the iterator knows none
     * @throws UserError when the class is missing or not such a factory, what it makes is no iterator, a batch is not
     *     what it should be, or its code throws
     */
    public List<String> read(Consumer<Batch> batches) {
        classPath.require(KEY, className);
        try (URLClassLoader loader = classPath.open()) {
            UserCode code = new UserCode(className);
            Supplier<?> factory = (Supplier<?>) TYPE.instance(code, loader, classPath);
            return new Iteration(code.run("get()", factory::get), code).read(batches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
