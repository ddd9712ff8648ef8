package dev.touchstone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "dev.touchstone";

    /** What jte makes of the report's templates. */
    private static final String GENERATED = ROOT + ".report.page";

    /** The packages of each floor, from the ground up. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("base"),
            List.of("spec"),
            List.of("data", "space"),
            List.of("metric", "model"),
            List.of("training"),
            List.of("diagnosis"),
            List.of("gate", "evaluation", "search", "ensemble"),
            List.of("trial"),
            List.of("store"),
            List.of("study"),
            List.of("execution"),
            List.of("report"),
            List.of("cli"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @MethodSource("packages")
    void aPackage_seesOnlyLowerFloors(String subject) {
        int floor = floorOf(subject);
        String[] notBelow = FLOORS.subList(floor, FLOORS.size()).stream()
                .flatMap(List::stream)
                .filter(Predicate.not(subject::equals))
                .map(ArchitectureTest::within)
                .toArray(String[]::new);
        if (notBelow.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(within(subject))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(notBelow)
                    .allowEmptyShould(true) // a floor may be planned and still empty
                    .because("whoever reads " + subject + " must not have to know what is beside it or above it")
                    .check(PRODUCT);
        }
    }

    @Test
    void everyClass_livesOnAFloor() {
        classes()
                .should()
                .resideInAnyPackage(packages().map(ArchitectureTest::within).toArray(String[]::new))
                .because("a package that no floor lists would escape the rule of the floors")
                .check(PRODUCT);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood, tested and changed together")
                .check(PRODUCT);
    }

    @Test
    void everyPackage_hasACharterAndIsNullMarked() {
        Stream<JavaPackage> written = PRODUCT.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(found -> !found.getClasses().isEmpty())
                .filter(found -> !found.getName().equals(GENERATED));

        assertThat(written)
                .as("a package-info says what a package is for; @NullMarked in it lets NullAway guard the package")
                .isNotEmpty()
                .allMatch(found -> found.tryGetPackageInfo().isPresent() && found.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void onlyTheCommand_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("cli"))
                .should(ACCESS_STANDARD_STREAMS)
                .because("stdout carries one JSON document under --json, and only the command knows when")
                .check(PRODUCT);
    }

    @Test
    void nothing_deserialisesJavaObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .because("a stream of Java objects can run code of whoever wrote it")
                .check(PRODUCT);
    }

    @Test
    void networks_standBehindModelAndTraining() {
        noClasses()
                .that()
                .resideOutsideOfPackages(within("model"), within("training"), within("study"), within("data.factory"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j.nn..", "org.deeplearning4j.util..")
                .because("gates, trials, stores and reports work for every kind of Learner, and a command that trains"
                        + " nothing must not load ND4J; only the export of the best model knows its format beside them, and what"
                        + " reads a user's own iterators their batches")
                .check(PRODUCT);
    }

    @Test
    void tests_areNeverSkipped() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(ArchitectureTest.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Disabled.class, Assumptions.class, org.junit.jupiter.api.Assumptions.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.junit.jupiter.api.condition..")
                .because("a test that may be skipped guards nothing on the machine that skips it")
                .check(TESTS);
    }

    private static Stream<String> packages() {
        return FLOORS.stream().flatMap(List::stream);
    }

    private static int floorOf(String subject) {
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private static String within(String subject) {
        return ROOT + "." + subject + "..";
    }
}
