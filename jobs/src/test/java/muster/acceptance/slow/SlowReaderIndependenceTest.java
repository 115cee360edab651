package muster.acceptance.slow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow readers, evaluators and their generators use nothing but the JDK: else they would only repeat what they check. */
class SlowReaderIndependenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"muster.acceptance.slow", "muster.acceptance.slowpathway"})
    void itImportsNothingOfTheProgram(String own) {
        TreeSet<String> foreign = new TreeSet<>();
        new ClassFileImporter()
                .importPackages(own).stream()
                        .filter(type -> !type.getName().endsWith("Test"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> !type.isPrimitive())
                        .map(type -> type.getPackageName())
                        .filter(name -> !name.startsWith("java."))
                        .forEach(foreign::add);
        assertThat(foreign).containsExactly(own);
    }
}
