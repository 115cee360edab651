package muster.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Makes the views that files under {@code sql/} describe ({@code kind: view}), anew whenever their text changed. */
@Component
final class R__Views extends BaseJavaMigration {

    private static final String COMMENTS = "00_schema/view_comments.sql";

    private final List<SqlModel> views;

    R__Views(Models models) {
        this.views = inOrder(models.all().stream().filter(SqlModel::isView).toList());
    }

    /** A view stands after those that it reads, else by its path. */
    private static List<SqlModel> inOrder(List<SqlModel> views) {
        List<SqlModel> ordered = new ArrayList<>();
        List<SqlModel> left = new ArrayList<>(views);
        while (!left.isEmpty()) {
            List<SqlModel> ready = left.stream()
                    .filter(view -> left.stream().noneMatch(other -> other != view && names(view, other)))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("views read each other: "
                        + left.stream().map(SqlModel::target).toList());
            }
            ordered.addAll(ready);
            left.removeAll(ready);
        }
        return List.copyOf(ordered);
    }

    private static boolean names(SqlModel view, SqlModel other) {
        return Pattern.compile("\\b" + Pattern.quote(other.target()) + "\\b")
                .matcher(view.select())
                .find();
    }

    @Override
    public Integer getChecksum() {
        CRC32 checksum = new CRC32();
        views.forEach(view -> checksum.update(view.select().getBytes(StandardCharsets.UTF_8)));
        checksum.update(Models.text(COMMENTS).getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            for (int i = views.size() - 1; i >= 0; i--) {
                statement.execute("drop view if exists " + views.get(i).target());
            }
            for (SqlModel view : views) {
                statement.execute("create view " + view.target() + " as\n" + view.select());
            }
            statement.execute(Models.text(COMMENTS));
        }
    }
}
