package muster.publish.worklist;

import java.util.List;
import muster.definition.OutputDefinition;
import muster.publish.worklist.WorklistColumn.Kind;
import muster.publish.worklist.WorklistColumn.Type;

/**
 * A column of a list, as {@code config/outputs} declares it.
 *
 * @param field what {@link ListRow#value} gives for it; null for a cell that staff fill in
 * @param list code list of a drop-down; null for none
 */
record ListColumn(String title, Kind kind, int width, Type type, String field, String list) implements SheetColumn {

    static List<ListColumn> of(OutputDefinition.Sheet sheet) {
        return sheet.columns().stream().map(ListColumn::of).toList();
    }

    private static ListColumn of(OutputDefinition.Column column) {
        return new ListColumn(
                column.header(),
                switch (column.kind()) {
                    case FACT -> Kind.FACT;
                    case STAFF -> Kind.STAFF;
                    case HIDDEN -> Kind.KEY;
                },
                column.width(),
                switch (column.type()) {
                    case DATE -> Type.DATE;
                    case INTEGER -> Type.INTEGER;
                    case TEXT, LIST, PERCENT -> Type.TEXT;
                },
                column.field(),
                column.list());
    }
}
