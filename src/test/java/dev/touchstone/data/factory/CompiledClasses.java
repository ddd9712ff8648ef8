package dev.touchstone.data.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A folder of classes that a user compiled against what Touchstone brings, as {@code --classpath} names it. */
public record CompiledClasses(Path folder) {
    /** Compiles a public class of this name. */
    public CompiledClasses add(String className, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-g",
                                "-cp",
                                folder + File.pathSeparator + System.getProperty("java.class.path"),
                                "-d",
                                Files.createDirectories(folder).toString()),
                        null,
                        List.of(new Text(className, source)))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
        return this;
    }

    /** A factory in {@code org.example} whose {@code get()} has this body. */
    public CompiledClasses addFactory(String simpleName, String body) throws IOException {
        return add("org.example." + simpleName, FACTORY.formatted(simpleName, body));
    }

    private static final String FACTORY = """
            package org.example;

            import java.util.*;
            import java.util.function.Supplier;
            import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.dataset.DataSet;
            import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
            import org.nd4j.linalg.factory.Nd4j;

            public class %s implements Supplier<DataSetIterator> {
                @Override
                public DataSetIterator get() {
                    %s
                }
            }
            """;

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String className, String text) {
            super(
                    URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension),
                    JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    public ClassPath classPath() {
        return ClassPath.parse(folder.toString());
    }
}
