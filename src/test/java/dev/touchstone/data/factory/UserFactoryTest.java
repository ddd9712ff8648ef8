package dev.touchstone.data.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.base.UserError;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFactoryTest {
    private static final String ROWS =
            "Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}), Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}})";

    @TempDir
    private Path folder;

    private CompiledClasses classes;

    @BeforeEach
    void inAFolder() {
        classes = new CompiledClasses(folder.resolve("classes"));
    }

    private static List<Batch> read(String className, ClassPath classPath) {
        List<Batch> batches = new ArrayList<>();
        new UserFactory(className, classPath).read(batches::add);
        return batches;
    }

    private static String list(String... sets) {
        return "return new ListDataSetIterator<>(List.of(" + String.join(", ", sets) + "), 1);";
    }

    private String refusal(String className) {
        UserError refusal = catchThrowableOfType(UserError.class, () -> read(className, classes.classPath()));
        assertThat(refusal).as("no refusal").isNotNull();
        assertThat(refusal.getMessage().lines()).hasSize(1);
        return refusal.getMessage();
    }

    @Test
    void aFactorysBatches_areReadToTheEndInOrder() throws IOException {
        classes.addFactory("MyData", list("new DataSet(" + ROWS + ")", "new DataSet(" + ROWS + ")"));

        List<Batch> batches = read("org.example.MyData", classes.classPath());

        assertThat(batches).extracting(Batch::number).containsExactly(1, 2);
        assertThat(batches.get(1).shape()).containsExactly(3);
        assertThat(batches.get(1).features()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(batches.get(1).labels()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void viewsOfImages_areFlattenedRowByRow() throws IOException {
        classes.addFactory(
                "MyImages", list("new DataSet(Nd4j.arange(24).reshape(2, 2, 3, 2).permute(0, 3, 1, 2), Nd4j.eye(2))"));

        Batch batch = read("org.example.MyImages", classes.classPath()).get(0);

        assertThat(batch.shape()).containsExactly(2, 2, 3);
        assertThat(batch.features()).startsWith(0, 2, 4, 6, 8, 10, 1, 3, 5);
    }

    @Test
    void aJar_isAClassPathToo() throws IOException {
        classes.addFactory("MyData", list("new DataSet(" + ROWS + ")"));
        Path jar = folder.resolve("mine.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("org/example/MyData.class"));
            entries.write(Files.readAllBytes(classes.folder().resolve("org/example/MyData.class")));
        }

        assertThat(read("org.example.MyData", ClassPath.parse(jar + File.pathSeparator + folder)))
                .hasSize(1);
        assertThatThrownBy(() -> read("org.example.MyDat", ClassPath.parse(jar.toString())))
                .hasMessageEndingWith("; did you mean 'org.example.MyData'?");
    }

    @Test
    void aClassPathThatIsNone_isRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("MyData.java"), "class MyData {}");

        assertThatThrownBy(() -> ClassPath.parse(folder.resolve("MyDat.java").toString()))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("--classpath: there is no jar or folder '.*'; did you mean 'MyData.java'\\?");
        assertThatThrownBy(() -> ClassPath.parse(text.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is no jar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.example.MyDat|no class org.example.MyDat on --classpath; did you mean 'org.example.MyData'?",
                "MyData|no class MyData on --classpath; did you mean 'org.example.MyData'?",
                "Nothing|there is no class Nothing on --classpath",
                "java.lang.Thread|is a class of Touchstone's own or of Java",
                "dev.touchstone.cli.Touchstone|is a class of Touchstone's own or of Java",
            })
    void onlyClassesOfTheClassPath_areTaken(String className, String message) throws IOException {
        classes.addFactory("MyData", list("new DataSet(" + ROWS + ")"));

        assertThat(refusal(className)).contains(message);
    }

    @Test
    void withoutAClassPath_nothingIsLoaded() {
        assertThatThrownBy(() -> read("java.lang.Thread", ClassPath.NONE))
                .isInstanceOf(UserError.class)
                .hasMessage("data: source: class: nothing says where java.lang.Thread is from; expected --classpath"
                        + " JAR_OR_FOLDER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class MyData implements java.util.function.Supplier<Object> { public Object get() { return 1; } }"
                        + "|a class that is not public",
                "public class MyData { }|a class that is no Supplier",
                "public abstract class MyData implements java.util.function.Supplier<Object> { }|an abstract class",
                "public class MyData implements java.util.function.Supplier<Object> { public MyData(int size) { }"
                        + " public Object get() { return 1; } }|a class without such a constructor",
                "public class MyData implements java.util.function.Supplier<Object> { MyData() { }"
                        + " public Object get() { return 1; } }|a class without such a constructor",
                "public class MyData implements java.util.function.Supplier<Object> {"
                        + " public Object get() { return 1; } }|get() gave a java.lang.Integer, expected a org.nd4j",
                "public class MyData implements java.util.function.Supplier<Object> {"
                        + " public Object get() { return null; } }|get() gave null, expected a org.nd4j",
            })
    void aClassThatIsNoFactory_isRefused(String source, String message) throws IOException {
        classes.add("MyData", source);

        assertThat(refusal("MyData")).startsWith("MyData: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(\"no disk\");"
                        + "|get() throws java.lang.IllegalStateException: no disk, at org.example.MyData.get(MyData.java:14)",
                "throw new RuntimeException(\"unreadable\", new java.io.IOException(\"two\\nlines\"));"
                        + "|RuntimeException: unreadable, caused by java.io.IOException: two?lines, at org.example.MyData.get(",
                "throw new AssertionError();|get() throws java.lang.AssertionError, at org.example.MyData.get(",
                "return new ListDataSetIterator<DataSet>(List.of()) { @Override public boolean hasNext() {"
                        + " return true; } @Override public DataSet next() { throw new NoSuchElementException(); } };"
                        + "|batch 1 throws java.util.NoSuchElementException, at org.example.MyData$1.next(MyData.java:14)",
                "return new ListDataSetIterator<DataSet>(List.of()) { @Override public boolean hasNext() {"
                        + " return true; } @Override public DataSet next() { return null; } };"
                        + "|batch 1: found null, expected a DataSet",
            })
    void whatItThrows_isToldWithThePlaceInItsCode(String body, String message) throws IOException {
        classes.addFactory("MyData", body);

        assertThat(refusal("org.example.MyData"))
                .startsWith("org.example.MyData: ")
                .contains(message);
    }

    @Test
    void whatItsConstructorOrInitialiserThrows_isToldAsItIs() throws IOException {
        String factory = "public class %s implements java.util.function.Supplier<Object> {"
                + " %s public Object get() { return 1; } }";
        classes.add(
                "Built", factory.formatted("Built", "public Built() { throw new IllegalStateException(\"unset\"); }"));
        classes.add("Begun", factory.formatted("Begun", "static int size = Integer.parseInt(\"many\");"));

        assertThat(refusal("Built"))
                .isEqualTo("Built: its constructor throws java.lang.IllegalStateException: unset, at"
                        + " Built.<init>(Built.java:1)");
        assertThat(refusal("Begun"))
                .startsWith("Begun: its constructor throws java.lang.NumberFormatException")
                .endsWith(", at Begun.<clinit>(Begun.java:1)");
    }

    @Test
    void aClassItNeeds_isNamedWhenMissing() throws IOException {
        classes.add("org.example.Needed", "package org.example; public class Needed { }");
        classes.add("org.example.MyData", """
                package org.example;
                public class MyData implements java.util.function.Supplier<Object> {
                    public Object get() { return new Needed(); }
                }
                """);
        Files.delete(classes.folder().resolve("org/example/Needed.class"));

        assertThat(refusal("org.example.MyData")).contains("NoClassDefFoundError: org/example/Needed", "MyData.java:3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new DataSet(Nd4j.eye(2), null)|found no labels",
                "new DataSet(null, Nd4j.eye(2))|found no features",
                "new DataSet(Nd4j.eye(2), Nd4j.eye(3))|found 3 rows of labels, expected 2",
                "new DataSet(Nd4j.ones(2, 3, 4), Nd4j.ones(2, 3, 4))|found labels of shape [2, 3, 4]",
                "new DataSet(Nd4j.ones(2, 3, 4), Nd4j.eye(2), Nd4j.ones(2, 4), null)|found a mask array",
            })
    void batchesThatAreNoRowsOfFeaturesAndLabels_areRefused(String set, String message) throws IOException {
        classes.addFactory(
                "MyData",
                "return new org.deeplearning4j.datasets.iterator.ExistingDataSetIterator(List.of(" + set + "));");

        assertThat(refusal("org.example.MyData"))
                .startsWith("org.example.MyData: batch 1: ")
                .contains(message);
    }
}
