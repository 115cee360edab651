package muster.nightly;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import muster.engine.Night;
import muster.engine.RunLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The night, in order. If you read one class, read this one.
 *
 * <p>Each step is one transaction. A night that was killed resumes at the first step that is not finished; the steps that
 * take, land and apply files look again, since landing does not survive a crash of the server.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    /** Name of the job and of its one instance for each business date. */
    static final String NAME = "nightly";

    /** The identifying parameter: the business date. */
    static final String BUSINESS_DATE = "businessDate";

    private final JobRepository jobs;
    private final PlatformTransactionManager transactions;
    private final RunLedger ledger;

    NightlyJob(JobRepository jobs, PlatformTransactionManager transactions, RunLedger ledger) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.ledger = ledger;
    }

    @Bean
    Job nightly(
            Intake intake, ReturnedLists returned, Stages stages, PathwayScope scope, Checks checks, Publish publish) {
        SimpleJobBuilder job = new JobBuilder(NAME, jobs)
                .start(outside("intake.take", intake::take))
                .next(outside("intake.land", intake::land))
                .next(outside("intake.judge", intake::judge))
                .next(everyTime("intake.reference", intake::reference))
                .next(everyTime("intake.register.record", intake::keys))
                .next(rounds("intake.apply", intake::applyNextRound))
                .next(outside("intake.returned", returned::read))
                .next(everyTime("intake.closing", checks::closing));
        add(job, stages, stages.linkage());
        job.next(everyTime("intake.empty", intake::empty));
        add(job, stages, stages.cohort());
        job.next(once("cohort.conservation", checks::conservation));
        job.next(everyTime("pathway.scope", scope::find));
        add(job, stages, stages.pathway());
        add(job, stages, stages.exceptions());
        job.next(once("exceptions.conservation", checks::conservation));
        add(job, stages, stages.measures());
        job.next(once("measures.conservation", checks::conservation));
        job.next(once("publish.rows", publish::rows));
        return job.next(outside("publish.outbox", publish::outbox))
                .next(outside("intake.archive", intake::archive))
                .build();
    }

    private void add(SimpleJobBuilder job, Stages stages, Map<String, Consumer<Night>> steps) {
        steps.forEach((name, work) -> job.next(stages.isFilledAgain(name) ? everyTime(name, work) : once(name, work)));
    }

    private Step once(String name, Consumer<Night> work) {
        return step(name, single(work), false, TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /** Looks again in a resumed night; what was done before is found done. */
    private Step everyTime(String name, Consumer<Night> work) {
        return step(name, single(work), true, TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /** Looks again, and works outside a transaction: each file is one of its own, and folders know none. */
    private Step outside(String name, Consumer<Night> work) {
        return step(name, single(work), true, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    private Step rounds(String name, Round round) {
        return step(name, round, true, TransactionDefinition.PROPAGATION_REQUIRED);
    }

    private static Round single(Consumer<Night> work) {
        return night -> {
            work.accept(night);
            return false;
        };
    }

    /** One transaction of a step; true when there is another to come. */
    interface Round {
        boolean next(Night night);
    }

    private Step step(String name, Round work, boolean everyTime, int propagation) {
        return new StepBuilder(name, jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            LocalDate businessDate = contribution
                                    .getStepExecution()
                                    .getJobParameters()
                                    .getLocalDate(BUSINESS_DATE);
                            Night night = ledger.find(businessDate)
                                    .orElseThrow(() -> new IllegalStateException("the night was not begun"))
                                    .night();
                            return work.next(night) ? RepeatStatus.CONTINUABLE : RepeatStatus.FINISHED;
                        },
                        transactions)
                .transactionAttribute(new DefaultTransactionAttribute(propagation))
                .allowStartIfComplete(everyTime)
                .listener(new StepProgress())
                .build();
    }
}
