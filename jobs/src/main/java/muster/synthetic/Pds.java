package muster.synthetic;

import java.time.LocalDate;
import muster.synthetic.Geography.Practice;

/**
 * One person as a row of the PDS extract shows them ({@code feeds.md} 3.11).
 *
 * @param secret restricted: neither practice nor address leaves PDS
 * @param invalid taken out of use by PDS
 * @param deathStatus 0 none, 1 informal, 2 formal
 */
record Pds(
        Who who,
        int serial,
        Practice practice,
        LocalDate registered,
        Address address,
        LocalDate addressSince,
        String removal,
        LocalDate removed,
        LocalDate death,
        int deathStatus,
        boolean secret,
        String supersededBy,
        boolean invalid) {

    Pds withSerial(int value) {
        return new Pds(
                who,
                value,
                practice,
                registered,
                address,
                addressSince,
                removal,
                removed,
                death,
                deathStatus,
                secret,
                supersededBy,
                invalid);
    }

    Pds withWho(Who value) {
        return new Pds(
                value,
                serial,
                practice,
                registered,
                address,
                addressSince,
                removal,
                removed,
                death,
                deathStatus,
                secret,
                supersededBy,
                invalid);
    }

    Pds atPractice(Practice value, LocalDate since) {
        return new Pds(
                who,
                serial,
                value,
                since,
                address,
                addressSince,
                null,
                null,
                death,
                deathStatus,
                secret,
                supersededBy,
                invalid);
    }

    Pds atAddress(Address value, LocalDate since) {
        return new Pds(
                who,
                serial,
                practice,
                registered,
                value,
                since,
                removal,
                removed,
                death,
                deathStatus,
                secret,
                supersededBy,
                invalid);
    }

    Pds removed(String reason, LocalDate date) {
        return new Pds(
                who,
                serial,
                null,
                null,
                address,
                addressSince,
                reason,
                date,
                death,
                deathStatus,
                secret,
                supersededBy,
                invalid);
    }

    Pds dead(LocalDate date) {
        return new Pds(
                who, serial, null, null, address, addressSince, "DEA", date, date, 2, secret, supersededBy, invalid);
    }

    Pds hidden() {
        return new Pds(
                who,
                serial,
                practice,
                registered,
                address,
                addressSince,
                removal,
                removed,
                death,
                deathStatus,
                true,
                supersededBy,
                invalid);
    }

    Pds supersededBy(String number) {
        return new Pds(
                who,
                serial,
                practice,
                registered,
                address,
                addressSince,
                removal,
                removed,
                death,
                deathStatus,
                secret,
                number,
                invalid);
    }

    /** The record that PDS no longer answers for; no other number stands for it. */
    Pds invalidated() {
        return new Pds(
                who,
                serial + 1,
                null,
                null,
                address,
                addressSince,
                null,
                null,
                death,
                deathStatus,
                secret,
                supersededBy,
                true);
    }
}
