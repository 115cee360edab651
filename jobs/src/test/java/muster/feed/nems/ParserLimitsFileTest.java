package muster.feed.nems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ParserLimitsFileTest {

    @Test
    void theConfiguredFileFitsItsSchemaAndUnknownKeysDoNot() throws IOException {
        try (InputStream schemaText = resource("schema/nems_limits.schema.json");
                InputStream yaml = resource("feeds/nems_limits.yaml")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schemaText);
            Map<String, Object> document = new Yaml().load(yaml);
            assertThat(schema.validate(json(document))).isEmpty();
            document.put("maximum_patience", 3);
            assertThat(schema.validate(json(document))).isNotEmpty();
        }
    }

    @Test
    void valuesAreReadAsConfigured() {
        assertThat(Messages.LIMITS.maximumMessageBytes()).isEqualTo(3 * 1024 * 1024);
        assertThat(Messages.LIMITS.maximumDepth()).isEqualTo(100);
        assertThat(Messages.LIMITS.unhandledEvents()).contains("FM001");
        assertThat(Messages.LIMITS.sentinelDates()).contains(LocalDate.of(1900, 1, 1));
    }

    @Test
    void aMissingSettingIsNamed() {
        InputStream empty = new ByteArrayInputStream("maximum_depth: {value: 100}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ParserLimitsFile.read(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maximum_message_bytes");
    }

    private static JsonNode json(Object document) {
        return new ObjectMapper().valueToTree(document);
    }

    private static InputStream resource(String name) {
        return ParserLimitsFileTest.class.getResourceAsStream("/config/" + name);
    }
}
