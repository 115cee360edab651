package muster.publish.worklist;

import muster.publish.worklist.WorklistColumn.Kind;
import muster.publish.worklist.WorklistColumn.Type;

/** A column of a sheet that goes out and comes back: what stands above it, who fills it, how wide it is in characters. */
interface SheetColumn {

    String title();

    Kind kind();

    int width();

    Type type();
}
