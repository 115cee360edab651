package muster.definition;

import java.util.Map;

/**
 * Fixed words of an output, from {@code config/messages}.
 *
 * @param id name of the file without its ending
 * @param texts words by name
 */
public record Wording(String id, int version, Map<String, String> texts) {

    public Wording {
        texts = Map.copyOf(texts);
    }
}
