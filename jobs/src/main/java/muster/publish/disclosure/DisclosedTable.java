package muster.publish.disclosure;

import java.util.Map;
import java.util.Optional;

/**
 * What one release may show. The only form in which counts reach a template, a workbook or an open file.
 *
 * @param profile the profile that was applied
 * @param cells the published cells by key, merged areas under their common code
 * @param primary how many cells were hidden for their own size
 * @param secondary how many were hidden to protect another
 */
public record DisclosedTable(DisclosureProfile profile, Map<CellKey, DisclosedCell> cells, int primary, int secondary) {
    public DisclosedTable {
        cells = Map.copyOf(cells);
    }

    /** The cell of that key; empty where nothing was counted under it. */
    public Optional<DisclosedCell> find(CellKey key) {
        return Optional.ofNullable(cells.get(key));
    }
}
