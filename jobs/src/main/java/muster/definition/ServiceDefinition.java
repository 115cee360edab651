package muster.definition;

import java.util.List;

/**
 * What one installation says of itself ({@code service.yaml}, contract 2). Keys an installation leaves out take the
 * values of the file shipped with the program.
 *
 * @param service name and protective marking printed on every output
 * @param chis ODS codes of the CHIS served; empty means every CHIS named in {@code service_commission.csv}
 * @param testNumbers whether NHS numbers beginning with 9 load
 * @param ageOutBirthday the birthday from which a child is AGED_OUT, in years
 * @param leads recipients of the lists that a named lead alone may see
 * @param periodLagDays days from the end of a period to its snapshot
 * @param collation ICU collation of lists that people read
 */
public record ServiceDefinition(
        Named service,
        List<String> chis,
        TestNumbers testNumbers,
        int ageOutBirthday,
        Leads leads,
        int periodLagDays,
        String collation) {

    public ServiceDefinition {
        chis = chis == null ? List.of() : List.copyOf(chis);
    }

    /** What to do with NHS numbers of the test ranges (feeds 1.1). */
    public enum TestNumbers {
        ACCEPT,
        REJECT
    }

    /** The name of the service and the marking of its outputs. */
    public record Named(String name, String marking) {}

    /** Recipient codes of the three leads. */
    public record Leads(String restricted, String sensitiveIdentity, String safeguarding) {}

    /** Whether every CHIS of the reference data is served, because none is named. */
    public boolean servesEveryChis() {
        return chis.isEmpty();
    }
}
