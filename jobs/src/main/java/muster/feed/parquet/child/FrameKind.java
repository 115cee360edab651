package muster.feed.parquet.child;

/**
 * What the child says. A frame is the number of bytes of its body (four bytes, most significant first), its kind (one
 * byte, the place in this list), and the body. Texts are UTF-8 after their number of bytes.
 */
public enum FrameKind {
    /** The child runs. Always first; without it nothing was learnt of the file. Empty. */
    STARTED,

    /** The columns: for each its name and a byte, 1 where its values are in the rows and 0 where its type is not taken. */
    COLUMNS,

    /** One row: for each column with values the text of its value, or the number -1 where it has none. */
    ROW,

    /** There are no more rows. Empty. */
    END,

    /** The file is not well formed, or packed in a way that is not taken. Empty. */
    BROKEN,

    /** A row group is larger than the limit. Empty. */
    TOO_LARGE
}
