package muster.synthetic;

import java.time.LocalDate;
import muster.synthetic.Geography.Chis;

/** A record of a child health register ({@code feeds.md} 6.1). Status below 40 is active; 25 is the secondary record. */
record ChisRow(
        Chis chis,
        String sourceId,
        Who who,
        Child child,
        Address address,
        LocalDate addressSince,
        String practice,
        String hv,
        int status,
        LocalDate statusDate,
        String movedTo,
        LocalDate death,
        boolean restricted,
        LocalDate updated) {
    static final int RESPONSIBLE = 10;
    static final int REGISTERED_ONLY = 20;
    static final int SECONDARY = 25;
    static final int MOVED_OUT = 40;
    static final int EMBARKED = 60;
    static final int DIED = 70;
    static final int IN_ERROR = 80;

    boolean open() {
        return status < MOVED_OUT;
    }

    boolean primary() {
        return open() && status != SECONDARY;
    }

    /** The number that its events carry: none where the register's own fails the check, since they are filed under the record. */
    String numberOfEvents() {
        return who.nhs().isEmpty() || NhsNumbers.valid(who.nhs()) ? who.nhs() : "";
    }

    /** The same child as another organisation has it. */
    ChisRow of(Chis other, String digits) {
        return new ChisRow(
                other,
                other.code().substring(2) + digits,
                who,
                child,
                address,
                addressSince,
                practice,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                restricted,
                updated);
    }

    ChisRow as(Who value) {
        return new ChisRow(
                chis,
                sourceId,
                value,
                child,
                address,
                addressSince,
                practice,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                restricted,
                updated);
    }

    /** The same address as the source writes it. */
    ChisRow at(Address value) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                value,
                addressSince,
                practice,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                restricted,
                updated);
    }

    ChisRow since(LocalDate value) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                address,
                value,
                practice,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                restricted,
                updated);
    }

    ChisRow withStatus(int value, LocalDate date) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                address,
                addressSince,
                practice,
                hv,
                value,
                date,
                movedTo,
                death,
                restricted,
                date);
    }

    ChisRow dead(LocalDate when, LocalDate date) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                address,
                addressSince,
                practice,
                hv,
                DIED,
                date,
                movedTo,
                when,
                restricted,
                date);
    }

    ChisRow movedTo(String organisation, LocalDate date) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                address,
                addressSince,
                practice,
                hv,
                MOVED_OUT,
                date,
                organisation,
                death,
                restricted,
                date);
    }

    ChisRow at(Address value, LocalDate since) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                value,
                since,
                practice,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                restricted,
                since);
    }

    ChisRow withPractice(String code, LocalDate date) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                address,
                addressSince,
                code,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                restricted,
                date);
    }

    ChisRow hidden(LocalDate date) {
        return new ChisRow(
                chis,
                sourceId,
                who,
                child,
                address,
                addressSince,
                practice,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                true,
                date);
    }

    ChisRow withNumber(String number, LocalDate date) {
        return new ChisRow(
                chis,
                sourceId,
                who.withNumber(number),
                child,
                address,
                addressSince,
                practice,
                hv,
                status,
                statusDate,
                movedTo,
                death,
                restricted,
                date);
    }
}
