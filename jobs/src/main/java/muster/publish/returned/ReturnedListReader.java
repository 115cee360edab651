package muster.publish.returned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import muster.definition.OutputDefinition;
import muster.publish.returned.ReturnRefusedException.Refusal;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.xml.sax.SAXException;

/**
 * Reads lists that staff send back, as workbook or as CSV saved from it. Only the row key and the staff columns are taken;
 * the name of file and sheet, the order of rows and columns, and whatever else the file holds count for nothing.
 */
public final class ReturnedListReader {

    private static final byte[] ZIP = {'P', 'K'};
    /** An older workbook, or a newer one under a password. */
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final List<ListLayout> layouts;
    private final ReturnLimits limits;

    /**
     * @param outputs all declared outputs: those with columns for staff can come back
     */
    public ReturnedListReader(List<OutputDefinition> outputs, ReturnLimits limits) {
        this.layouts = ListLayout.of(outputs);
        this.limits = limits;
    }

    /**
     * Reads one file.
     *
     * @throws ReturnRefusedException if the file as a whole is not read
     * @throws IOException if the file cannot be opened
     */
    public ReturnedList read(Path file) throws IOException, ReturnRefusedException {
        if (Files.size(file) > limits.fileBytes()) {
            throw new ReturnRefusedException(Refusal.LIMIT_EXCEEDED, "The file is larger than the limit.");
        }
        byte[] bytes = Files.readAllBytes(file);
        ReturnedList list;
        if (startsWith(bytes, COMPOUND)) {
            throw new ReturnRefusedException(
                    Refusal.WORKBOOK_ENCRYPTED, "The file has a password, or is of the older kind of workbook.");
        } else if (startsWith(bytes, ZIP)) {
            list = workbook(file);
        } else {
            list = csv(bytes);
        }
        if (list == null) {
            throw new ReturnRefusedException(Refusal.HEADER_MISMATCH, "No sheet has the headers of a list.");
        }
        return list;
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private ReturnedList workbook(Path file) throws ReturnRefusedException {
        ListRows rows = new ListRows(layouts, limits.rows());
        try {
            WorkbookGuard.check(file, limits.unpackedBytes());
            WorkbookRows.read(file, rows);
            return rows.list();
        } catch (ListRows.TooManyRows e) {
            throw tooMany(e);
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw invalid(e);
        } catch (RuntimeException e) {
            // The library throws many kinds for a file that is not what it says it is.
            throw invalid(e);
        }
    }

    /** With another separator than its own a file may be broken CSV: it is refused when no separator gives a list. */
    private ReturnedList csv(byte[] bytes) throws ReturnRefusedException {
        Exception broken = null;
        for (char separator : SEPARATORS) {
            ListRows rows = new ListRows(layouts, limits.rows());
            try {
                CsvRows.read(bytes, separator, rows);
                if (rows.list() != null) {
                    return rows.list();
                }
            } catch (ListRows.TooManyRows e) {
                throw tooMany(e);
            } catch (IOException | RuntimeException e) {
                broken = e;
            }
        }
        if (broken != null) {
            throw invalid(broken);
        }
        return null;
    }

    private static ReturnRefusedException tooMany(RuntimeException e) {
        return new ReturnRefusedException(Refusal.LIMIT_EXCEEDED, "The sheet has more rows than a list may have.", e);
    }

    /** The library's text may quote the file: it is not passed on (SG-14). */
    private static ReturnRefusedException invalid(Exception e) {
        return new ReturnRefusedException(
                Refusal.WORKBOOK_INVALID,
                "The file is no readable workbook, nor CSV: " + e.getClass().getSimpleName() + ".");
    }
}
