package muster.publish.worklist;

import java.util.List;
import muster.definition.OutputDefinition;
import muster.publish.worklist.WorklistColumn.Kind;
import muster.publish.worklist.WorklistColumn.Type;

/** A column of a review list, as {@code config/outputs} declares it. */
record ReviewColumn(String title, Kind kind, int width, Type type, String field, String list) implements SheetColumn {

    static List<ReviewColumn> of(OutputDefinition.Sheet sheet) {
        return sheet.columns().stream().map(ReviewColumn::of).toList();
    }

    private static ReviewColumn of(OutputDefinition.Column column) {
        return new ReviewColumn(
                column.header(),
                switch (column.kind()) {
                    case FACT -> Kind.FACT;
                    case STAFF -> Kind.STAFF;
                    case HIDDEN -> Kind.KEY;
                },
                column.width(),
                column.type() == OutputDefinition.CellType.DATE ? Type.DATE : Type.TEXT,
                column.field(),
                column.list());
    }
}
