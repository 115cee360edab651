package muster.publish.outbox;

import java.util.List;

/**
 * What configuration says about one kind of output: who it is for and what it may carry. Nothing is published
 * without one (SG-01, check R16). Implemented by whatever reads {@code config/outputs/}.
 */
public interface OutputDeclaration {

    /** Permanent name of the output, for example {@code worklist}; the key of the declarations. */
    String id();

    /** The kind of reader, for example {@code CHIS} or {@code OPERATIONS}. */
    String audience();

    /** Release tier: {@code T1} direct care, {@code T2} commissioner, {@code T3} open, {@code n/a} for operators. */
    String tier();

    /** Protective marking printed on the output and repeated in the manifest. */
    String marking();

    /** The columns that the output may carry, in order; empty where the output is not a table. */
    List<String> columns();
}
