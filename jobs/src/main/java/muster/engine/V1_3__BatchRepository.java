package muster.engine;

import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Makes the tables of Spring Batch's job repository from the script in its own jar, in the schema batch. */
@Component
final class V1_3__BatchRepository extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path to batch");
            ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"));
            statement.execute("set local search_path to default");
        }
    }
}
