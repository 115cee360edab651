package muster.synthetic;

import java.time.LocalDate;

/** How a source names a person. */
record Who(String nhs, String family, String given, LocalDate birth, int gender) {
    Who withNumber(String number) {
        return new Who(number, family, given, birth, gender);
    }
}
