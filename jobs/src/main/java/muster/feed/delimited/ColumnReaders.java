package muster.feed.delimited;

import java.util.List;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedFiles.FileType;
import muster.feed.FileContext;

/** Makes the reader of each column of a feed, for one file. */
final class ColumnReaders {

    private ColumnReaders() {}

    static ColumnReader[] of(FileContext context) {
        List<FeedColumn> columns = context.definition().columns();
        ColumnReader[] readers = new ColumnReader[columns.size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = reader(context, columns, i);
        }
        return readers;
    }

    private static ColumnReader reader(FileContext context, List<FeedColumn> columns, int index) {
        FeedColumn column = columns.get(index);
        if (column.fromName() != null) {
            return new TextReaders.FromName(column, index, context.nameGroups().get(column.fromName()));
        }
        if (column.evidenceOf() != null) {
            return new NumberReaders.Evidence(column, index, position(columns, column.evidenceOf()));
        }
        return switch (column.type()) {
            case TEXT -> new TextReaders.Text(column, index);
            case ORGANISATION -> new TextReaders.Organisation(column, index);
            case POSTCODE -> new TextReaders.Postcode(column, index);
            case TIME -> new TextReaders.TimeOfDay(column, index);
            case CODE -> new CodeReader(column, index, context.codes().get(codeList(context, column)));
            case NHS_NUMBER ->
                new NumberReaders.Nhs(column, index, context.settings().noNumber(), context.rejectTestNumbers());
            case INTEGER, LONG -> new NumberReaders.Whole(column, index);
            case BOOLEAN -> new NumberReaders.Truth(column, index);
            case DATE -> new DateReaders.Day(column, index, context.settings().sentinelDays(), context.businessDate());
            case TEXT_LIST -> throw new IllegalArgumentException("No field holds a list: " + column.name() + ".");
            case TIMESTAMP -> new DateReaders.Moment(column, index, context.businessDate());
        };
    }

    private static String codeList(FileContext context, FeedColumn column) {
        return context.fileType() == FileType.F && column.codesFull() != null ? column.codesFull() : column.codes();
    }

    private static int position(List<FeedColumn> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no column " + name + ".");
    }
}
