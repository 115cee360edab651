package muster.acceptance.slow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The slow reader and its generator use nothing but the JDK: else they would only repeat what they are to check. */
class SlowReaderIndependenceTest {

    @Test
    void itImportsNothingOfTheProgram() {
        TreeSet<String> foreign = new TreeSet<>();
        new ClassFileImporter()
                .importPackages("muster.acceptance.slow").stream()
                        .filter(type -> !type.getName().endsWith("Test"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> !type.isPrimitive())
                        .map(type -> type.getPackageName())
                        .filter(name -> !name.startsWith("java."))
                        .forEach(foreign::add);
        assertThat(foreign).containsExactly("muster.acceptance.slow");
    }
}
