package muster.nightly;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import muster.definition.ConfigTree;
import muster.definition.Definitions;
import muster.definition.ServiceDefinition.TestNumbers;
import muster.definition.feed.FeedDefinitions;
import muster.feed.FeedReaders;
import muster.feed.inbox.FileIntake;
import muster.feed.inbox.Releases;
import muster.feed.mns.MnsFeedReader;
import muster.feed.nems.NemsFeedReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The feeds of this installation and their readers: a message format brings its own, every delimited feed shares one. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    private static final String NEMS_LIMITS = "feeds/nems_limits.yaml";

    @Bean
    FeedDefinitions feedDefinitions(Home home) {
        Map<String, String> texts = new LinkedHashMap<>();
        ConfigTree.of(home.config())
                .files()
                .forEach((path, file) -> texts.put(path, new String(file.bytes(), StandardCharsets.UTF_8)));
        return FeedDefinitions.of(texts);
    }

    @Bean
    FeedReaders feedReaders(Home home) {
        byte[] limits = ConfigTree.of(home.config()).files().get(NEMS_LIMITS).bytes();
        return new FeedReaders().with("nems", new NemsFeedReader(limits)).with("mns", new MnsFeedReader());
    }

    @Bean
    FileIntake fileIntake(
            Home home,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            FeedDefinitions feeds,
            FeedReaders readers,
            Definitions definitions) {
        return new FileIntake(
                home.path(),
                dataSource,
                transactions,
                feeds,
                readers,
                definitions.service().testNumbers() == TestNumbers.REJECT,
                Clock.systemUTC());
    }

    @Bean
    Releases releases(JdbcClient database) {
        return new Releases(database);
    }
}
