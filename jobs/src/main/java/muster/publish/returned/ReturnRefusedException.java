package muster.publish.returned;

/** A returned file that is not read at all (rulings 7). The text holds no value of the file. */
public final class ReturnRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a whole file is refused. The names are reason codes of the intake. */
    public enum Refusal {
        WORKBOOK_INVALID,
        WORKBOOK_ENCRYPTED,
        MACROS,
        EXTERNAL_LINKS,
        XML_DTD_REFUSED,
        LIMIT_EXCEEDED,
        HEADER_MISMATCH
    }

    private final Refusal refusal;

    ReturnRefusedException(Refusal refusal, String text) {
        super(text);
        this.refusal = refusal;
    }

    ReturnRefusedException(Refusal refusal, String text, Throwable cause) {
        super(text, cause);
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
