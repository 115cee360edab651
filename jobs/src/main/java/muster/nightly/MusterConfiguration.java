package muster.nightly;

import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Repoint;
import muster.engine.RunLedger;
import muster.feed.inbox.FileIntake;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the commands that need the database are put together from. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = "muster")
public class MusterConfiguration {

    @Bean
    RunLedger runLedger(JdbcClient database) {
        return new RunLedger(database);
    }

    @Bean
    Models models() {
        return Models.load();
    }

    @Bean
    ModelStep modelStep(JdbcClient database, RunLedger ledger) {
        return new ModelStep(database, ledger);
    }

    @Bean
    Repoint repoint(JdbcClient database, RunLedger ledger) {
        return new Repoint(database, ledger);
    }

    @Bean
    Lineage lineage(Models models, JdbcClient database, TransactionTemplate transaction, FileIntake intake) {
        intake.makeTables();
        return Lineage.of(models, database, transaction);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
