package muster.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muster.definition.ConfigTree;
import muster.definition.DefinitionLoader;
import muster.definition.DefinitionProblem;
import muster.definition.Definitions;
import muster.definition.InvalidDefinitions;
import muster.definition.feed.FeedProblems;
import muster.engine.database.Database;
import muster.nightly.Home;
import muster.nightly.MusterConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One installation, open for one command: definitions read, database reachable and migrated. Definitions are read first:
 * a bad one refuses to start and changes nothing. Closing stops an embedded server, so that a stopped home can be moved.
 */
final class Session implements AutoCloseable {

    private final Database database;
    private final ConfigurableApplicationContext context;

    private Session(Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    static Session open(Path home) {
        HomeOption.requireWritable(home);
        Definitions definitions = DefinitionLoader.load(home.resolve("config"));
        List<DefinitionProblem> feeds = FeedProblems.check(ConfigTree.of(home.resolve("config")));
        if (!feeds.isEmpty()) {
            throw new InvalidDefinitions(feeds);
        }
        Database database = Database.open(home, System.getenv());
        try {
            return new Session(database, start(home, definitions, database));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext start(Path home, Definitions definitions, Database database) {
        SpringApplication application = new SpringApplicationBuilder(MusterConfiguration.class)
                .properties(Map.of(
                        "spring.datasource.url", database.access().url(),
                        "spring.datasource.username", database.access().username(),
                        "spring.datasource.password", database.access().password(),
                        "logging.file.name",
                                home.resolve("log").resolve("muster.log").toString()))
                .registerShutdownHook(false)
                .build();
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Home.class, () -> new Home(home));
            beans.registerBean(Definitions.class, () -> definitions);
        });
        return application.run();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            database.close();
        }
    }
}
