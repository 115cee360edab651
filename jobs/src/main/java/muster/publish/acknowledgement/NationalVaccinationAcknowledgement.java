package muster.publish.acknowledgement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes one acknowledgement of a national vaccination file as the national service writes its own (feeds 8.1):
 * separated by {@code |}, one record for the file in the infrastructure form, one for each refused row in the business
 * form. No value of the file is in it, so the fields for the sender's and the service's own identifiers stay empty.
 */
public final class NationalVaccinationAcknowledgement implements AutoCloseable {

    /** Which of the two acknowledgements; its name is the one that the file's name carries. */
    public enum Form {
        /** Whether the file was taken. */
        INFRASTRUCTURE("InfAck"),
        /** Which rows of a file that was taken were refused. */
        BUSINESS("BusAck");

        private final String inName;

        Form(String inName) {
            this.inName = inName;
        }

        /** How the file's name says it. */
        public String inName() {
            return inName;
        }
    }

    private static final List<String> INFRASTRUCTURE_HEADER = List.of(
            "MESSAGE_HEADER_ID",
            "HEADER_RESPONSE_CODE",
            "ISSUE_SEVERITY",
            "ISSUE_CODE",
            "ISSUE_DETAILS_CODE",
            "RESPONSE_TYPE",
            "RESPONSE_CODE",
            "RESPONSE_DISPLAY",
            "RECEIVED_TIME",
            "MAILBOX_FROM",
            "LOCAL_ID",
            "MESSAGE_DELIVERY");
    private static final List<String> BUSINESS_HEADER = List.of(
            "MESSAGE_HEADER_ID",
            "HEADER_RESPONSE_CODE",
            "ISSUE_SEVERITY",
            "ISSUE_CODE",
            "ISSUE_DETAILS_CODE",
            "RESPONSE_TYPE",
            "RESPONSE_CODE",
            "RESPONSE_DISPLAY",
            "RECEIVED_TIME",
            "MAILBOX_FROM",
            "LOCAL_ID",
            "IMMS_ID",
            "OPERATION_OUTCOME",
            "MESSAGE_DELIVERY");
    private static final String NONE = "";

    private final CsvWriter csv;
    private final Writer writer;
    private final String fileId;
    private final String receivedTime;
    private long records;

    /**
     * Begins a file on a stream, which stays open when this is closed.
     *
     * @param fileId what the sender may name the file by
     * @param receivedTime as the format has it: {@code yyyyMMdd'T'HHmmss00}
     */
    public NationalVaccinationAcknowledgement(OutputStream out, Form form, String fileId, String receivedTime) {
        this.fileId = fileId;
        this.receivedTime = receivedTime;
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv = CsvWriter.builder()
                .fieldSeparator('|')
                .lineDelimiter(LineDelimiter.LF)
                .build(writer);
        csv.writeRecord(form == Form.INFRASTRUCTURE ? INFRASTRUCTURE_HEADER : BUSINESS_HEADER);
    }

    /** Whether the file was taken. */
    public void file(boolean taken) {
        csv.writeRecord(
                fileId,
                taken ? "Success" : "Failure",
                taken ? "Information" : "Fatal",
                taken ? "OK" : "Fatal Error",
                taken ? "20013" : "10001",
                "Technical",
                taken ? "20013" : "10002",
                taken ? "Success" : "Infrastructure Level Response Value - Processing Error",
                receivedTime,
                NONE,
                NONE,
                taken ? "True" : "False");
        records++;
    }

    /**
     * A row that was refused.
     *
     * @param row its place in the file, the first after the header being 1
     * @param reason codes and words of the reason
     */
    public void refused(long row, String reason) {
        csv.writeRecord(
                fileId + "^" + row,
                "Fatal Error",
                "Fatal",
                "Fatal Error",
                "30002",
                "Business",
                "30002",
                "Business Level Response Value - Processing Error",
                receivedTime,
                NONE,
                NONE,
                NONE,
                reason,
                "False");
        records++;
    }

    /** Records written, the header not counted. */
    public long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        writer.flush();
    }
}
