package muster.synthetic;

import java.time.LocalDate;

/** How a source names a person; {@code status}: what it says of the number (NHS number status indicator code). */
record Who(String nhs, String family, String given, LocalDate birth, int gender, String status) {
    static final String VERIFIED = "01";

    /** Under a number that the source holds for verified. */
    Who(String nhs, String family, String given, LocalDate birth, int gender) {
        this(nhs, family, given, birth, gender, VERIFIED);
    }

    Who withNumber(String number) {
        return withNumber(number, status);
    }

    Who withNumber(String number, String numberStatus) {
        return new Who(number, family, given, birth, gender, numberStatus);
    }

    Who named(String familyName, String givenName) {
        return new Who(nhs, familyName, givenName, birth, gender, status);
    }

    Who born(LocalDate date) {
        return new Who(nhs, family, given, date, gender, status);
    }
}
