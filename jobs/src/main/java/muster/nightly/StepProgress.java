package muster.nightly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Says which step the night is at; a failed step is named with what kind of fault it met, never with a value (SG-14). */
final class StepProgress implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(StepProgress.class);

    @Override
    public void beforeStep(StepExecution step) {
        LOG.info("  {}", step.getStepName());
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        for (Throwable fault : step.getFailureExceptions()) {
            LOG.error("Step {} failed: {}", step.getStepName(), Faults.safeText(fault));
        }
        return step.getExitStatus();
    }
}
