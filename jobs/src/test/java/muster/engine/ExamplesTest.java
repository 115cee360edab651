package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples that stand beside the models under {@code sql/}: one test for each. */
class ExamplesTest {

    @TestFactory
    Stream<DynamicContainer> examples() {
        ExampleRunner runner = new ExampleRunner(TestDatabase.shared());
        return ExampleFile.all().stream().map(path -> {
            ExampleFile file = ExampleFile.read(path);
            return DynamicContainer.dynamicContainer(
                    path.toString(),
                    path.toUri(),
                    file.examples().stream()
                            .map(example ->
                                    DynamicTest.dynamicTest(example.name(), () -> runner.run(file.model(), example))));
        });
    }

    @Test
    void thereAreExamples() {
        assertThat(ExampleFile.all()).isNotEmpty();
    }
}
