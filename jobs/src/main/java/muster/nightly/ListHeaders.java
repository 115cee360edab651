package muster.nightly;

import muster.definition.Definitions;
import muster.engine.Night;
import muster.nightly.ServedChis.Recipient;
import muster.publish.DataDates;
import muster.publish.worklist.WorklistHeader;

/** What stands over every list that goes out to be worked: whose it is, of which night, and how many children it rests on. */
final class ListHeaders {

    /** A night makes each of its lists once. */
    static final int FIRST_VERSION = 1;

    private static final String RETURN_BY = "18:00";
    private static final int SHOWN_OF_HASH = 12;

    private ListHeaders() {}

    /**
     * The header of one list.
     *
     * @param children the conservation of children, printed on every output
     * @param data as-at dates of the feeds behind the list
     * @param restricted whether it is the list of the named holder of restricted records
     */
    static WorklistHeader of(
            Definitions definitions,
            Night night,
            Recipient recipient,
            Checks.Conservation children,
            DataDates data,
            boolean restricted) {
        return new WorklistHeader(
                recipient.code(),
                recipient.name(),
                night.businessDate(),
                night.businessDate().toString(),
                definitions.service().service().marking(),
                definitions.service().service().name(),
                FIRST_VERSION,
                definitions.hash().substring(0, SHOWN_OF_HASH),
                children.in(),
                children.accounted(),
                RETURN_BY,
                definitions.service().leads().restricted(),
                restricted,
                data);
    }
}
